"""`hot-designer evaluate`: says what an expression of a template is worth.

    hot-designer evaluate [-e ENV]... [--param NAME=VALUE]... [--config FILE] TEMPLATE --path outputs.url.value
    hot-designer evaluate --cases FILE
"""

from __future__ import annotations

import sys

from designer.cli.config import configs_of
from designer.cli.options import CONFIG, ENVIRONMENT, PARAM, Option, given_parameters, parse_options
from designer.cli.paths import read_bytes
from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.analysis import Analysis
    from designer.diagnostics import Diagnostic

SUMMARY = """Says what an expression is worth, as JSON. What only deployment can tell is shown as a placeholder:
its kind, where it comes from, and what is known of it.

PATH leads to the expression: outputs.url.value, resources.server.properties.networks.0, parameters.flavor,
conditions.is_big. With --cases each line of FILE is an expression of its own, and each line printed the answer to it.

Ends with 0, with 1 where there is an error in the expression, with 2 where something could not be read."""
OPTIONS = (
    ENVIRONMENT, PARAM, CONFIG,
    Option("--path", "-p", "PATH", "the path of the expression: keys and indexes with dots between them"),
    Option("--cases", "", "FILE", "a file (- for standard input) with one case a line, as JSON: version, expression, "
           "and if need be id, parameters, conditions, files, as"),
)


def run(argv: list[str]) -> int:
    """Run the command. Raises DesignerError where the template, the cases or the path cannot be made out."""
    parsed = parse_options("evaluate", SUMMARY, "TEMPLATE", OPTIONS, argv)
    if sys.stdout.errors == "strict" and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    cases = parsed.one("--cases")
    if cases is not None:
        if parsed.positional or parsed.has("--path"):
            raise DesignerError("evaluate: --cases stands alone, without a template and a path")
        return _answer_cases(cases)
    path = parsed.one("--path")
    if path is None or len(parsed.positional) != 1:
        raise DesignerError("evaluate: say which template, and with --path which expression of it")
    from designer.analysis import analyse, folder_of
    from designer.environment import Folder

    template = parsed.positional[0]
    config = configs_of(parsed).config_for(template)
    environments = config.layers() + [(each, read_bytes(each)) for each in config.environments]
    root, base = folder_of(template)
    given = given_parameters("evaluate", parsed.all("--param"))
    analysis = analyse(read_bytes(template), template, given, environments, Folder(root, base), base)
    return _answer_path(path, analysis)


def _answer_path(path: str, analysis: Analysis) -> int:
    from json import dumps

    from designer.functions.paths import value_at
    from designer.values.as_json import as_json

    if analysis.evaluation is None:
        raise DesignerError(f"evaluate: {analysis.name} cannot be read; see hot-designer validate {analysis.name}")
    steps, value = value_at(path, analysis.evaluation)
    print(dumps(as_json(value), ensure_ascii=False, indent=2))
    errors = [each for each in analysis.diagnostics if each.severity == "error" and _concerns(each, steps)]
    for each in errors:
        line, column = analysis.lines.position(each.start)
        print(f"{analysis.name}:{line}:{column}: {each.code} {each.message}", file=sys.stderr)
    return 1 if errors else 0


def _concerns(diagnostic: Diagnostic, steps: tuple[str | int, ...]) -> bool:
    return diagnostic.file is None and diagnostic.path[:len(steps)] == steps


def _answer_cases(source: str) -> int:
    from json import dumps, loads

    from designer.cli.cases import answer

    for number, line in enumerate(_lines(source), 1):
        try:
            case = loads(line)
        except (ValueError, RecursionError) as error:
            raise DesignerError(f"evaluate: line {number} of {source} is no JSON: {error}") from None
        if not isinstance(case, dict):
            raise DesignerError(f"evaluate: line {number} of {source} is no JSON object")
        print(dumps(answer(case)))
    return 0


def _lines(source: str) -> Iterator[Any]:
    content = sys.stdin.buffer.read() if source == "-" else read_bytes(source)
    return (line for line in content.decode("utf-8", "replace").split("\n") if line.strip())
