"""Reading a command's options from a table: what argparse does, for a tenth of its start-up time.

    OPTIONS = (Option("--environment", "-e", "ENV", "an environment file", many=True), Option("--quiet", help="..."))
    parsed = parse_options("validate", SUMMARY, "PATH...", OPTIONS, argv)
    parsed.all("--environment"), parsed.one("--format"), parsed.has("--quiet"), parsed.positional
"""

from __future__ import annotations

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Option:
    """One option: its long name, its short one or "", the name of its value ("" where it takes none), its help.

    `many` allows it several times; `choices` are all the values that it may have; `default` is its value where it is
    not given.
    """

    __slots__ = ("name", "short", "value", "help", "many", "choices", "default")

    def __init__(self, name: str, short: str = "", value: str = "", help: str = "", many: bool = False,
                 choices: Sequence[str] = (), default: str | None = None) -> None:
        self.name = name
        self.short = short
        self.value = value or ("|".join(choices) if choices else "")
        self.help = help
        self.many = many
        self.choices = choices
        self.default = default


class Parsed:
    """What was given: values by option, and the arguments that belong to none."""

    __slots__ = ("values", "positional", "defaults")

    def __init__(self, defaults: dict[str, str | None]) -> None:
        self.values: dict[str, list[str]] = {}
        self.positional: list[str] = []
        self.defaults = defaults

    def has(self, name: str) -> bool:
        return name in self.values

    def one(self, name: str) -> str | None:
        """The value of an option, its default where it was not given."""
        return self.values[name][-1] if name in self.values else self.defaults[name]

    def all(self, name: str) -> list[str]:
        return self.values.get(name, [])


CONFIG = Option("--config", "", "FILE", "settings to use instead of the nearest .hot-designer.yaml; none: no settings")

# The same for every command that reads templates.
ENVIRONMENT = Option("--environment", "-e", "ENV", "an environment file; may be given several times, the last one "
                     "goes before the others", many=True)
PARAM = Option("--param", "-P", "NAME=VALUE", "the value of a parameter; may be given several times", many=True)
FILES_FROM = Option("--files-from", "", "LIST", "a file (- for standard input) that names one template a line, and "
                    "behind a tab an environment file for it")
OUTPUT = Option("--output", "-o", "FILE", "where to write (default: standard output)")
HELP = Option("--help", "-h", help="what you are reading")


def parse_options(command: str, summary: str, operands: str, options: Sequence[Option], argv: Sequence[str]) -> Parsed:
    """Read a command's arguments.

    Prints the help and leaves where that is asked for. Raises DesignerError with one line where an option is not known,
    lacks its value, has one that it cannot have, or is given twice without meaning.
    """
    table = {name: option for option in (*options, HELP) for name in (option.name, option.short) if name}
    parsed = Parsed({option.name: option.default for option in options})
    at = 0
    while at < len(argv):
        word = argv[at]
        at += 1
        if word == "--":
            parsed.positional += argv[at:]
            break
        if word == "-" or not word.startswith("-"):
            parsed.positional.append(word)
            continue
        name, value = _split(word)
        option = table.get(name)
        if option is None:
            raise DesignerError(f"{command}: there is no option {name}{_like(name, table)}; see hot-designer {command} "
                                "--help")
        if option is HELP:
            print(help_text(command, summary, operands, options))
            raise SystemExit(0)
        if not option.value:
            if value is not None:
                raise DesignerError(f"{command}: {name} takes no value")
            value = ""
        elif value is None:
            if at == len(argv):
                raise DesignerError(f"{command}: {name} needs a value: {name} {option.value}")
            value = argv[at]
            at += 1
        if option.choices and value not in option.choices:
            raise DesignerError(f"{command}: {name} is one of {', '.join(option.choices)}, not {value!r}")
        if option.name in parsed.values and not option.many and parsed.values[option.name] != [value]:
            raise DesignerError(f"{command}: {name} is given twice")
        parsed.values.setdefault(option.name, []).append(value)
    return parsed


def _split(word: str) -> tuple[str, str | None]:
    if word.startswith("--"):
        name, sign, value = word.partition("=")
        return name, value if sign else None
    return word[:2], word[2:] or None


def _like(name: str, table: dict[str, Option]) -> str:
    from designer.catalog import nearest

    likely = nearest(name, [each for each in table if each.startswith("--")])
    return f" (did you mean {likely}?)" if likely else ""


def given_parameters(command: str, words: Sequence[str]) -> dict[str, str]:
    """The values of `--param NAME=VALUE`, by name. Raises DesignerError where one has no `=`."""
    given = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or not name:
            raise DesignerError(f"{command}: --param is given as NAME=VALUE, not {word!r}")
        given[name] = value
    return given


def help_text(command: str, summary: str, operands: str, options: Sequence[Option]) -> str:
    """The page that `--help` prints."""
    usage = f"usage: hot-designer {command} [OPTION]... {operands}".rstrip()
    lines = [usage, "", *_wrapped(summary, 0), "", "options:"]
    for option in (*options, HELP):
        names = f"{option.short}, {option.name}" if option.short else f"    {option.name}"
        lines.append("  " + names + (" " + option.value if option.value else ""))
        note = option.help + (f" (default: {option.default})" if option.default else "")
        lines += _wrapped(note, 10)
    return "\n".join(lines)


def _wrapped(text: str, indent: int) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + len(word) + 1 > 78 - indent:
                lines.append(" " * indent + line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(" " * indent + line if line else "")
    return lines
