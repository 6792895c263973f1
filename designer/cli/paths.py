"""Which templates a command is to look at: PATH..., folders among them, and `--files-from LIST`."""

from __future__ import annotations

import os
import sys

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENDINGS = (".yaml", ".yml", ".template", ".hot", ".json")
LARGEST = 64_000_000


class Case:
    """One template to look at: its path as given, and the environment files that are meant for it alone."""

    __slots__ = ("path", "environments")

    def __init__(self, path: str, environments: tuple[str, ...] = ()) -> None:
        self.path = path
        self.environments = environments


def find_cases(command: str, paths: Sequence[str], files_from: str | None) -> list[Case]:
    """The templates named by paths and by a list, in the order given; a folder stands for all HOT templates below it.

    Raises DesignerError where nothing is named, a folder holds no template, or the list cannot be read.
    """
    cases: list[Case] = []
    for path in paths:
        if os.path.isdir(path):
            found = [Case(each) for each in templates_below(path)]
            if not found:
                raise DesignerError(f"{command}: there is no HOT template below {path}")
            cases += found
        else:
            cases.append(Case(path))
    if files_from is not None:
        cases += _listed(files_from)
    elif not paths:
        raise DesignerError(f"{command}: say which template; see hot-designer {command} --help")
    return cases


def _listed(source: str) -> Iterator[Case]:
    content = sys.stdin.buffer.read() if source == "-" else read_bytes(source)
    for line in os.fsdecode(content.removeprefix(b"\xef\xbb\xbf")).splitlines():
        path, _, environment = line.partition("\t")
        if path.strip():
            yield Case(path, (environment,) if environment else ())


def templates_below(folder: str) -> Iterator[str]:
    """The HOT templates of a folder and all below it, in order; hidden folders are passed by."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(place, name)
            # a pipe that somebody left there would be waited for without end
            if name.endswith(ENDINGS) and not name.startswith(".") and os.path.isfile(path) and is_template(path):
                yield path


def is_template(path: str) -> bool:
    """Whether a file states a version of HOT; what cannot be read does not."""
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST)
    except OSError:
        return False
    at = content.find(b"heat_template_version")
    while at >= 0:
        line = max(content.rfind(b"\n", 0, at), content.rfind(b"\r", 0, at)) + 1
        before = content[line:at].rstrip(b"\"'").strip()
        if before in (b"", b"\xef\xbb\xbf") or before[-1:] in b"{,":
            return True
        at = content.find(b"heat_template_version", at + 1)
    return False


def read_bytes(path: str) -> bytes:
    """What a file holds. Raises DesignerError where it cannot be read or is far larger than any template."""
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise DesignerError(f"cannot read {path}: {error.strerror or error}") from None
    except ValueError:
        raise DesignerError(f"cannot read {path!r}: no file has such a name") from None
    if len(content) > LARGEST:
        raise DesignerError(f"cannot read {path}: it holds more than {LARGEST // 1_000_000} million bytes")
    return content
