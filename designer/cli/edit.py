"""`hot-designer edit`: changes a template by operations, and nothing else in it.

    hot-designer edit TEMPLATE [--ops FILE | --op JSON] [-o FILE]
"""

from __future__ import annotations

import os
import sys

from designer.cli.options import Option, parse_options
from designer.cli.paths import read_bytes
from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SUMMARY = """Changes a template by operations and writes it out; what no operation means stays as it is, byte for byte.

An operation is a JSON object: {"op": "rename", "section": "resources", "name": "a", "to": "b"}, and so on with
add_resource, remove_resource, set, unset, connect, disconnect and more, which --list tells. FILE holds one, a list of
them, or one a line; they are done in order, all of them or none.

Ends with 0, or with 2 and one line that says why where an operation cannot be done; then nothing is written."""
OPTIONS = (
    Option("--op", "", "JSON", "an operation, or a list of operations; may be given several times", many=True),
    Option("--ops", "", "FILE", "a file (- for standard input) with operations"),
    Option("--output", "-o", "FILE", "write there, which may be TEMPLATE itself, and not to standard output"),
    Option("--list", help="tell every operation with what it takes, and end"),
)


def run(argv: list[str]) -> int:
    """Run the command. Raises DesignerError where something cannot be read, understood, done or written."""
    parsed = parse_options("edit", SUMMARY, "TEMPLATE", OPTIONS, argv)
    if parsed.has("--list"):
        from designer.edit.operation import described

        print("\n".join(described()))
        return 0
    if len(parsed.positional) != 1:
        raise DesignerError("edit: say which template, one of them; see hot-designer edit --help")
    if parsed.has("--op") and parsed.has("--ops"):
        raise DesignerError("edit: operations come by --op or by --ops, not both")
    if not parsed.has("--op") and not parsed.has("--ops"):
        raise DesignerError("edit: say what to do: --op JSON, or --ops FILE")
    operations = [each for text in parsed.all("--op") for each in _operations(text, "--op")]
    source = parsed.one("--ops")
    if source is not None:
        operations = _operations(_text_of(source), source)
    content = sys.stdin.buffer.read() if parsed.positional[0] == "-" else read_bytes(parsed.positional[0])
    edited = _edited(content, operations)
    output = parsed.one("--output")
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(edited)
        sys.stdout.buffer.flush()
    else:
        write_whole(output, edited)
    return 0


def _edited(content: bytes, operations: list[Any]) -> bytes:
    """A template's bytes with all operations done, one after the other."""
    from designer.edit import Refused, plan
    from designer.syntax import read
    from designer.syntax.reread import reread

    document = read(content)
    changed = False
    for number, operation in enumerate(operations, 1):
        try:
            step = plan(document, operation)
        except Refused as refused:
            which = f"operation {number}: " if len(operations) > 1 else ""
            raise DesignerError(f"edit: {which}{refused}") from None
        if step.edits:
            bom = document.bom
            document = reread(document, step.applied()).document
            document.bom = bom
            changed = True
    if not changed:
        return content
    return ("\ufeff" + document.text if document.bom else document.text).encode("utf-8")


def _text_of(source: str) -> str:
    content = sys.stdin.buffer.read() if source == "-" else read_bytes(source)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DesignerError(f"edit: {source} is not UTF-8") from None


def _operations(text: str, source: str) -> list[Any]:
    """The operations of a JSON text: an object, a list, or objects on lines of their own."""
    from json import loads

    try:
        found = loads(text)
        return found if isinstance(found, list) else [found]
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise DesignerError(f"edit: {source} is no JSON: {error}") from None
    operations = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                operations.append(loads(line))
            except (ValueError, RecursionError) as error:
                raise DesignerError(f"edit: line {number} of {source} is no JSON: {error}") from None
    return operations


def write_whole(path: str, content: bytes) -> None:
    """Put a file in the place of another at once, so that nobody ever sees half of it.

    A link stays a link; what is no file (a terminal, a pipe) is written to. Raises DesignerError where it cannot be
    written; the old file is then as it was.
    """
    path = os.path.realpath(path)
    if os.path.exists(path) and not os.path.isfile(path):
        try:
            with open(path, "wb") as file:
                file.write(content)
        except OSError as error:
            raise DesignerError(f"cannot write {path}: {error.strerror or error}") from None
        return
    new = os.path.join(os.path.dirname(path), f".{os.path.basename(path)[:200]}.{os.getpid()}.new")
    try:
        mode = os.stat(path).st_mode & 0o7777 if os.path.exists(path) else None
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                os.chmod(new, mode)
            os.replace(new, path)
        except BaseException:
            os.unlink(new)
            raise
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise DesignerError(f"cannot write {path}: {reason}") from None
