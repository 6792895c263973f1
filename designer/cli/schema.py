"""`hot-designer schema`: prints the JSON Schema of a version of HOT, for editors and other checkers.

    hot-designer schema [--types] [-o FILE] VERSION
"""

from __future__ import annotations

import sys

from designer.cli.options import OUTPUT, Option, parse_options
from designer.errors import DesignerError

SUMMARY = "Prints the JSON Schema (Draft 7) of a version of HOT: a date such as 2018-08-31, or a release's name."
OPTIONS = (Option("--types", help="list the names of all resource types, for completion"), OUTPUT)


def run(argv: list[str]) -> int:
    """Run the command: 0 when done. Raises DesignerError where there is no such version or FILE cannot be written."""
    from json import dumps

    from designer.validate.schema import schema_of

    parsed = parse_options("schema", SUMMARY, "VERSION", OPTIONS, argv)
    if len(parsed.positional) != 1:
        raise DesignerError("schema: say which one version; see hot-designer schema --help")
    text = dumps(schema_of(parsed.positional[0], parsed.has("--types")), indent=2) + "\n"
    path = parsed.one("--output")
    if path is None or path == "-":
        sys.stdout.write(text)
        return 0
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise DesignerError(f"cannot write {path}: {error.strerror or error}") from None
    return 0
