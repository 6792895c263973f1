"""`hot-designer graph`: draws what waits for what, or tells it as data.

    hot-designer graph [-e ENV]... [--param NAME=VALUE]... [--format svg|png|dot|mermaid|json]
                       [--config FILE] [--files-from LIST] [-o FILE] PATH...
"""

from __future__ import annotations

import gc
import os
import sys

from designer.cli.config import configs_of
from designer.cli.options import CONFIG, ENVIRONMENT, FILES_FROM, PARAM, Option, given_parameters, parse_options
from designer.cli.paths import Case, find_cases, read_bytes
from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from designer.analysis import Analysis
    from designer.cli.config import Configs
    from designer.cli.options import Parsed

SUMMARY = (
    "Draws what waits for what in HOT templates, hidden dependencies of resource plug-ins included, or tells it as "
    "data. PATH is a template or a folder: every HOT template below it. Several templates are one JSON document; as "
    "pictures they need a folder to go to: -o FOLDER/\n\n"
    "Ends with 0 where the templates hold no error, 1 where one does (it is drawn all the same), 2 where something "
    "could not be read or written.")
ENDINGS = {"svg": "svg", "png": "png", "dot": "dot", "mermaid": "mmd"}
LAYERS = ("hidden", "parameters", "outputs", "redundant", "none")
OPTIONS = (
    ENVIRONMENT, PARAM,
    Option("--format", "-f", "", "what to make", choices=(*ENDINGS, "json"), default="svg"),
    CONFIG, FILES_FROM,
    Option("--output", "-o", "FILE", "where to write (default: standard output); a folder where there are several"),
    Option("--layer", "-l", "", "what to draw besides resources and references (may be given several times; without "
           "it: hidden)", many=True, choices=LAYERS),
    Option("--waves", "-w", "", "columns are waves of creation"),
    Option("--collapse", "", "TIER", "draw a tier as one card, by the name of its network; `all` of them, or `none` "
           "even in a large template (may be given several times)", many=True),
    Option("--theme", "", "", "the colours of an SVG or PNG; auto is light, and in an SVG dark where the reader's "
           "system is", choices=("auto", "light", "dark"), default="auto"),
)


def run(argv: list[str]) -> int:
    """Run the command: 0 without errors in templates, 1 with some. Raises DesignerError where nothing can be read."""
    parsed = parse_options("graph", SUMMARY, "PATH...", OPTIONS, argv)
    given = given_parameters("graph", parsed.all("--param"))
    cases = find_cases("graph", parsed.positional, parsed.one("--files-from"))
    configs = configs_of(parsed)
    contents = {path: read_bytes(path) for path in parsed.all("--environment")}
    for case in cases:
        configs.config_for(case.path)  # what is wrong with settings is said once, and before all else
    gc.disable()  # a process of a moment: what is made is collected when there is much of it, below
    work = _Work(cases, given, configs, contents)
    if parsed.one("--format") == "json":
        _tell(work, parsed.one("--output"))
    else:
        _draw(work, parsed)
    return 2 if work.unreadable else 1 if work.faulty else 0


class _Work:
    """The templates of one run, analysed one after the other; what was wrong with them so far."""

    def __init__(self, cases: list[Case], given: dict[str, str], configs: Configs, contents: dict[str, bytes]) -> None:
        self.cases = cases
        self.given = given
        self.configs = configs
        self.contents = contents
        self.unreadable = 0
        self.faulty = 0

    def analyses(self) -> Iterator[tuple[str, Analysis]]:
        """Each template's path and analysis; one that cannot be read is told on standard error and left out."""
        from designer.analysis import analyse, folder_of
        from designer.environment import Folder

        for done, case in enumerate(self.cases, 1):
            try:
                content = read_bytes(case.path)
                config = self.configs.config_for(case.path)
                environments = config.layers() + [
                    (path, self.contents.get(path) or read_bytes(path))
                    for path in (*config.environments, *case.environments)]
            except DesignerError as error:
                self.unreadable += 1
                print(f"hot-designer: {error}", file=sys.stderr)
                continue
            root, base = folder_of(case.path)
            analysis = analyse(content, case.path, self.given, environments, Folder(root, base), base,
                               target=config.target_rank())
            if any(diagnostic.severity == "error" for diagnostic in config.choose(analysis.diagnostics)):
                self.faulty += 1
            yield case.path, analysis
            if done % 50 == 0:
                gc.collect()


def _tell(work: _Work, output: str | None) -> None:
    """Write all graphs as one JSON document."""
    from json import dumps

    from designer.export.facts import graph_facts

    parts = [dumps({"path": path, **graph_facts(analysis.graph)}) for path, analysis in work.analyses()]
    if parts or not work.unreadable:
        _write(output, ('{"version": 1, "files": [' + ",\n".join(parts) + "]}\n").encode())


def _draw(work: _Work, parsed: Parsed) -> None:
    """Write a picture of each template: to a file or standard output if it is one, into a folder if there are more."""
    format = parsed.one("--format") or "svg"
    output = parsed.one("--output")
    into_folder = output is not None and (output.endswith(os.sep) or os.path.isdir(output))
    if len(work.cases) > 1 and not into_folder:
        raise DesignerError(f"graph: {len(work.cases)} pictures need a folder to go to: -o FOLDER/")
    if format == "png" and output is None and sys.stdout.isatty():
        raise DesignerError("graph: a terminal shows no PNG: -o FILE")
    make = _maker(format, parsed)
    roots = [os.path.dirname(os.path.abspath(case.path)) for case in work.cases]
    root = os.path.commonpath(roots)
    for path, analysis in work.analyses():
        if analysis.graph is None:
            fault = analysis.diagnostics[0]
            line, column = analysis.lines.position(fault.start)
            print(f"hot-designer: {path}:{line}:{column}: there is no graph: {fault.message}", file=sys.stderr)
            continue
        content = make(analysis, os.path.basename(path))
        if into_folder and output is not None:
            inside = os.path.splitext(os.path.relpath(os.path.abspath(path), root))[0]
            place = os.path.join(output, inside + "." + ENDINGS[format])
            _make_folder(os.path.dirname(place))
            _write(place, content)
        else:
            _write(output, content)


def _maker(format: str, parsed: Parsed) -> Callable[[Analysis, str], bytes]:
    """What makes a file's content of an analysis and a title."""
    from designer import export
    from designer.layout import EVERY, HIDDEN, Options
    from designer.layout.scene import CONTAINER_ID

    layers = parsed.all("--layer") or [HIDDEN]
    named = parsed.all("--collapse")
    tiers = [EVERY if tier == "all" else CONTAINER_ID + tier for tier in named if tier != "none"]
    collapse = tiers if named else None
    options = Options([layer for layer in layers if layer != "none"], collapse, parsed.has("--waves"))
    theme = parsed.one("--theme") or "auto"
    if format == "svg":
        return lambda analysis, title: export.svg(analysis, None, options, standalone=True, theme=theme,
                                                  title=title).encode()
    if format == "png":
        return lambda analysis, title: export.png(analysis, None, options, theme="dark" if theme == "dark" else "light")
    text = export.dot if format == "dot" else export.mermaid
    plain = Options(options.layers, collapse or (), options.waves, badges=False)
    return lambda analysis, title: text(analysis, plain).encode()


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder or ".", exist_ok=True)
    except OSError as error:
        raise DesignerError(f"cannot make the folder {folder}: {error.strerror or error}") from None


def _write(output: str | None, content: bytes) -> None:
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        with open(output, "wb") as file:
            file.write(content)
    except OSError as error:
        raise DesignerError(f"cannot write {output}: {error.strerror or error}") from None
