"""The command line: `hot-designer COMMAND ...`, one module a command.

A command's module has `run(argv) -> exit status` and a docstring whose first line is its help. Nothing
is imported before it is known which command runs.
"""

from __future__ import annotations

import gc
import os
import sys

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType


def main(argv: list[str] | None = None) -> int:
    """Run a command and return its exit status: 0, 1 for errors found in templates, 2 where it could not run."""
    argv = sys.argv[1:] if argv is None else argv
    name = argv[0] if argv else "--help"
    if name in ("-h", "--help", "help"):
        print(_help())
        return 0 if argv else 2
    if name in ("-V", "--version"):
        from importlib.metadata import version

        print("hot-designer", version("hot-designer"))
        return 0
    try:
        return int(_command(name).run(argv[1:]))
    except DesignerError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1


def start() -> None:
    """The command as a process of its own.

    Leaves without taking down what was built up: for a small template that is a tenth of the time, and so is
    what the cyclic collector spends on modules that stay anyway.
    """
    lasting = sys.argv[1:2] == ["serve"]
    if not lasting:
        gc.disable()
    status = main()
    if lasting:
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # nobody reads it any more
            status = status or 1
    os._exit(status)


def command_names() -> list[str]:
    """The commands there are: the modules of this room that can be run."""
    return sorted(entry[:-3] for entry in os.listdir(os.path.dirname(__file__))
                  if entry.endswith(".py") and not entry.startswith("_") and "\ndef run(" in _source(entry[:-3]))


def _command(name: str) -> ModuleType:
    folder = os.path.dirname(__file__)
    if not name.isidentifier() or not os.path.exists(os.path.join(folder, name + ".py")):
        raise DesignerError(f"there is no command {name!r}; the commands are {', '.join(command_names())}")
    if name != "serve":
        # `import yaml` alone would cost more than all the rest of a small template's validation
        from designer.syntax.cparser import import_lean

        import_lean()
    __import__("designer.cli." + name)
    command = sys.modules["designer.cli." + name]
    if not hasattr(command, "run"):
        raise DesignerError(f"there is no command {name!r}; the commands are {', '.join(command_names())}")
    return command


def _source(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name + ".py"), encoding="utf-8") as file:
        return file.read()


def _help() -> str:
    import ast

    lines = ["usage: hot-designer COMMAND [OPTION]... [ARGUMENT]...", "", "commands:"]
    for name in command_names():
        words = (ast.get_docstring(ast.parse(_source(name))) or "").partition("\n")[0]
        words = words.partition(": ")[2] or words
        lines.append(f"  {name:<10} {words}")
    return "\n".join([*lines, "", "hot-designer COMMAND --help says more of each."])


def _fail(message: str) -> int:
    sys.stdout.flush()
    print("hot-designer: " + " ".join(message.split("\n")), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
