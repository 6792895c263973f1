"""`hot-designer validate`: says what is wrong with templates, all of it at once.

    hot-designer validate [-e ENV]... [--param NAME=VALUE]... [--target RELEASE] [--format text|json|sarif|github]
                          [--select CODES] [--ignore CODES] [--config FILE] [--files-from LIST] [--templates-only]
                          [--jobs N] PATH...
    hot-designer validate --explain CODE
"""

from __future__ import annotations

import gc
import sys

from designer.cli.config import Config, Configs, split
from designer.cli.options import CONFIG, ENVIRONMENT, FILES_FROM, PARAM, Option, given_parameters, parse_options
from designer.cli.paths import Case, find_cases, is_template, read_bytes
from designer.errors import DesignerError
from designer.report.result import format_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TypeAlias

    from designer.environment import Folder

    # a file's part of the report, the severities found in it, and why it could not be read if that is so
    Checked: TypeAlias = "tuple[Any, list[str], str | None]"

SUMMARY = """Says what is wrong with HOT templates, all of it at once, each with its place and its reason.
PATH is a template or a folder: every HOT template below it.
What a project wants to hear can stand in a file .hot-designer.yaml beside its templates or above them:
select, ignore, severity, environments, parameters, target. What is said here goes before it.

Ends with 0 where there is no error, 1 where there is one, 2 where something could not be read."""
_COLLECT_EVERY = 1000
_MOST_FILES = 1000  # that are kept for the templates that come
OPTIONS = (
    ENVIRONMENT, PARAM,
    Option("--target", "", "RELEASE", "the OpenStack release that the templates are for, such as queens or 2024.1"),
    Option("--format", "-f", "", "how to report", choices=format_names(), default="text"),
    Option("--select", "", "CODES", "only these diagnostics: codes, names, beginnings of codes such as HOT3, with "
           "commas between them", many=True),
    Option("--ignore", "", "CODES", "all but these diagnostics", many=True),
    CONFIG, FILES_FROM,
    Option("--templates-only", "", "", "pass by files that are no HOT templates"),
    Option("--jobs", "-j", "N", "how many processes share the work", default="1"),
    Option("--explain", "", "CODE", "the manual page of a diagnostic, by its code or name; `all` lists them"),
)


class Settings:
    """What holds for every template of one run."""

    __slots__ = ("format", "given", "configs", "contents", "folders")

    def __init__(self, format: str, given: dict[str, str], configs: Configs) -> None:
        self.format = format
        self.given = given
        self.configs = configs
        self.contents: dict[str, bytes] = {}
        self.folders: dict[str, Folder] = {}


def run(argv: list[str]) -> int:
    """Run the command: 0 without errors, 1 with some. Raises DesignerError where nothing can be read."""
    parsed = parse_options("validate", SUMMARY, "PATH...", OPTIONS, argv)
    explain = parsed.one("--explain")
    if explain is not None:
        from designer.validate.manual import explain_text

        sys.stdout.write(explain_text(explain))
        return 0
    config = Config()
    config.environments, config.target = parsed.all("--environment"), parsed.one("--target")
    config.select, config.ignore = split(parsed.all("--select")), split(parsed.all("--ignore"))
    configs = Configs(config, parsed.one("--config"))
    settings = Settings(parsed.one("--format") or "text", given_parameters("validate", parsed.all("--param")), configs)
    jobs = _jobs(parsed.one("--jobs") or "1")
    cases = find_cases("validate", parsed.positional, parsed.one("--files-from"))
    if parsed.has("--templates-only"):
        cases = [case for case in cases if is_template(case.path)]
    for each in (config, *[configs.config_for(case.path) for case in cases]):
        each.choose([])  # what is wrong with settings is said once, and before all else
        each.target_rank()
    for path in config.environments:
        settings.contents[path] = read_bytes(path)
    gc.disable()  # a process of a moment: what is made is collected when there is much of it, below
    return _report(cases, settings, jobs)


def _report(cases: list[Case], settings: Settings, jobs: int) -> int:
    from designer.report.result import Counts, find_format

    counts = Counts()
    parts = []
    unreadable = 0
    progress = len(cases) > 20 and sys.stderr.isatty()
    for done, (part, severities, problem) in enumerate(_checked(cases, settings, jobs), 1):
        if problem is None:
            parts.append(part)
            counts.add(severities)
        else:
            unreadable += 1
            print(("\r" if progress else "") + "hot-designer: " + problem, file=sys.stderr)
        if progress:
            print(f"\r{done} of {len(cases)} checked", end="\n" if done == len(cases) else "", file=sys.stderr,
                  flush=True)
    if sys.stdout.errors == "strict" and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    if parts or not unreadable:
        sys.stdout.write(find_format(settings.format).whole(parts, counts))
    return 2 if unreadable else 1 if counts.errors else 0


def _checked(cases: list[Case], settings: Settings, jobs: int) -> Iterator[Checked]:
    if jobs > 1 and len(cases) > 1:
        from multiprocessing import Pool

        with Pool(min(jobs, len(cases)), _settle, (settings,)) as pool:
            yield from pool.imap(_check_settled, cases, chunksize=max(1, min(16, len(cases) // jobs)))
        return
    for done, case in enumerate(cases, 1):
        yield check(case, settings)
        if done % _COLLECT_EVERY == 0:
            gc.collect()
            gc.freeze()  # what is left stays: it need not be looked at the next time


def check(case: Case, settings: Settings) -> Checked:
    """One template, looked at; it is read here, so that only names travel between processes."""
    from designer.analysis import analyse, folder_of
    from designer.environment import Folder
    from designer.report.result import Result, find_format

    try:
        content = read_bytes(case.path)
        config = settings.configs.config_for(case.path)
        environments = config.layers() + [
            (path, _content(path, settings)) for path in (*config.environments, *case.environments)]
    except DesignerError as error:
        return None, [], str(error)
    root, base = folder_of(case.path)
    folder = settings.folders.get(root)
    if folder is None or len(folder.known) > _MOST_FILES:
        folder = settings.folders[root] = Folder(root)
    analysis = analyse(content, case.path, settings.given, environments, folder, base,
                       target=config.target_rank())
    result = Result(case.path, config.choose(analysis.diagnostics), analysis.document, analysis.environment.documents)
    return find_format(settings.format).part(result), [each.severity for each in result.diagnostics], None


def _content(path: str, settings: Settings) -> bytes:
    known = settings.contents.get(path)
    return known if known is not None else read_bytes(path)


_settled: list[Settings] = []


def _settle(settings: Settings) -> None:
    """What a process of its own keeps for all the templates that it gets."""
    gc.enable()
    _settled[:] = [settings]


def _check_settled(case: Case) -> Checked:
    return check(case, _settled[0])


def _jobs(written: str) -> int:
    if not written.isascii() or not written.isdecimal() or not 1 <= int(written) <= 256:
        raise DesignerError(f"validate: --jobs is a number from 1 to 256, not {written!r}")
    return int(written)
