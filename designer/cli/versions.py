"""`hot-designer versions`: says which version of HOT a template needs, and what another would break.

    hot-designer versions [-e ENV]... [--param NAME=VALUE]... [--to VERSION] [--format text|json] [--files-from LIST]
                          PATH...
"""

from __future__ import annotations

import sys

from designer.cli.options import ENVIRONMENT, FILES_FROM, PARAM, Option, given_parameters, parse_options
from designer.cli.paths import find_cases, read_bytes
from designer.errors import DesignerError
from designer.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis
    from designer.versions import Change

SUMMARY = """Says which heat_template_version a template needs at least, and what of it an older one lacks.
With --to: what would be wrong if the template stated that version.

Ends with 0; with 1 where --to breaks something, with 2 where something could not be read."""
OPTIONS = (
    ENVIRONMENT, PARAM,
    Option("--to", "-t", "VERSION", "a version to change to: a date such as 2018-08-31, or a release's name"),
    Option("--format", "-f", "", "how to report", choices=("text", "json"), default="text"),
    FILES_FROM,
)


def run(argv: list[str]) -> int:
    """Run the command. Raises DesignerError where there is no such version or a template cannot be read."""
    from designer.analysis import analyse, folder_of
    from designer.environment import Folder
    from designer.versions import breaks, lowest_version

    parsed = parse_options("versions", SUMMARY, "PATH...", OPTIONS, argv)
    to = _version(parsed.one("--to"))
    given = given_parameters("versions", parsed.all("--param"))
    shared = parsed.all("--environment")
    files: list[dict[str, Any]] = []
    for case in find_cases("versions", parsed.positional, parsed.one("--files-from")):
        environments = [(path, read_bytes(path)) for path in (*shared, *case.environments)]
        root, base = folder_of(case.path)
        analysis = analyse(read_bytes(case.path), case.path, given, environments, Folder(root, base), base)
        lowest, reasons = lowest_version(analysis, given)
        entry = {"path": case.path, "version": analysis.template.version if analysis.template is not None else None,
                 "lowest": lowest, "reasons": [_data(analysis, each) for each in reasons]}
        if to is not None:
            entry |= {"to": to, "breaks": [_data(analysis, each) for each in breaks(analysis, to, given)]}
        files.append(entry)
    if sys.stdout.errors == "strict" and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.write(_json(files) if parsed.one("--format") == "json" else "".join(map(_text, files)))
    return 1 if any(entry.get("breaks") for entry in files) else 0


def _version(written: str | None) -> str | None:
    if written is None:
        return None
    from designer.template.versions import resolve_version, version_names

    version = resolve_version(written)
    if version is None:
        raise DesignerError(f"versions: there is no version {written!r}; there are {', '.join(version_names())}")
    return version


def _data(analysis: Analysis, change: Change) -> dict[str, Any]:
    line, column = analysis.lines.position(change.start)
    end_line, end_column = analysis.lines.position(change.end)
    return {"code": change.code, "name": change.name, "severity": change.severity, "message": change.message,
            "path": list(change.path),
            "range": {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}}


def _json(files: list[dict[str, Any]]) -> str:
    from json import dumps

    return dumps({"version": 1, "files": files}, indent=1) + "\n"


def _text(entry: dict[str, Any]) -> str:
    if entry["lowest"] is None:
        return f"{entry['path']}: is no template\n"
    lines = [f"{entry['path']}: states {entry['version'] or 'no version'}, needs {entry['lowest']} or newer"
             + (", since an older one lacks:" if entry["reasons"] else "")]
    lines += [_line(entry, each) for each in entry["reasons"]]
    if "to" in entry:
        lines.append(f"{entry['path']}: a change to {entry['to']} breaks "
                     + (counted(len(entry["breaks"]), "thing") + ":"
                        if entry["breaks"] else "nothing"))
        lines += [_line(entry, each) for each in entry["breaks"]]
    return "\n".join(lines) + "\n"


def _line(entry: dict[str, Any], each: dict[str, Any]) -> str:
    from designer.report.as_text import printable

    start = each["range"]["start"]
    return f"  {entry['path']}:{start['line']}:{start['column']}: {printable(each['message'])}"
