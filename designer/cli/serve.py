"""`hot-designer serve`: the pages, on a server of this machine.

    hot-designer serve [--host 127.0.0.1] [--port 8000] [--repository PATH] [--threads 8]

The web application and its server are loaded inside `run`, and nowhere else in the library (the import rules in
pyproject.toml name this one exception).
"""

from __future__ import annotations

import os
import sys

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from types import FrameType
    from typing import Any, NoReturn

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::", "*")  # noqa: S104 - recognised, never a default

# What a body may have before it is read no further. The application refuses far less, but with a page that says why.
LONGEST_BODY = 256 * 1024 * 1024


def run(argv: list[str]) -> int:
    """Serves until SIGTERM or Ctrl-C, then yields 0.

    Raises DesignerError where it cannot begin: the address is taken or not this machine's, the port is privileged, the
    repository cannot be opened, the assets were not built, or the usage is wrong.
    """
    arguments = _parser().parse_args(argv)

    import logging
    import signal

    import waitress

    from web.app import create_app
    from web.paths import missing_assets

    lacking = missing_assets()
    if lacking:
        raise DesignerError(f"the pages' scripts are not built ({', '.join(lacking)} missing); run: make assets")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    app = create_app(_settings(arguments))
    try:
        server = waitress.create_server(app, host=arguments.host, port=arguments.port, threads=arguments.threads,
                                        ident=None, max_request_body_size=LONGEST_BODY,
                                        clear_untrusted_proxy_headers=True)
    except (OSError, ValueError) as error:
        raise DesignerError(_why_not(arguments, error)) from error
    _say_where(arguments, server)
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()
    finally:
        server.close()
    return 0


def _parser() -> ArgumentParser:
    import argparse

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            raise DesignerError(f"serve: {message}")

    parser = Parser(prog="hot-designer serve", description="Serves the designer's pages.", allow_abbrev=False)
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS",
                        help="the address to listen at (default: 127.0.0.1, this machine alone)")
    parser.add_argument("--port", type=_port, default=8000, help="the port (default: 8000; 0: any that is free)")
    parser.add_argument("--repository", metavar="PATH", help="a git repository that templates can be committed to")
    parser.add_argument("--database", metavar="URL", help="accepted, without effect: this version keeps texts in memory")
    parser.add_argument("--threads", type=_threads, default=8, metavar="N", help="requests at once (default: 8)")
    return parser


def _port(text: str) -> int:
    import argparse

    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; it is a number from 0 to 65535")
    return int(text)


def _threads(text: str) -> int:
    import argparse

    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of threads; it is a number from 1 to 256")
    return int(text)


def _settings(arguments: Namespace) -> dict[str, Any]:
    """What the application is told. Raises DesignerError where the repository cannot be opened."""
    settings: dict[str, Any] = {}
    if arguments.repository is not None:
        from designer.repository import open_repository

        settings["REPOSITORY"] = open_repository(arguments.repository).path
    if arguments.host in LOOPBACK:
        # Another site's name that was made to point at this machine is not answered.
        settings["ALLOWED_HOSTS"] = LOOPBACK
    if arguments.database is not None:
        print("hot-designer: --database has no effect in this version: texts are kept in memory", file=sys.stderr)
    return settings


def _say_where(arguments: Namespace, server: Any) -> None:
    port = getattr(server, "effective_port", None) or server.effective_listen[0][1]
    host = "127.0.0.1" if arguments.host in EVERYWHERE else arguments.host
    shown = f"[{host}]" if ":" in host else host
    print(f"Hot Designer is at http://{shown}:{port}  (Ctrl-C ends it)", flush=True)
    if arguments.host not in LOOPBACK:
        print("hot-designer: there is no sign-in: whoever reaches this address can read what is open"
              + (" and commit to the repository" if arguments.repository else ""), file=sys.stderr)


def _why_not(arguments: Namespace, error: OSError | ValueError) -> str:
    import errno

    at = f"{arguments.host} port {arguments.port}"
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return f"{at} is taken by another program; end it or choose another port: --port {arguments.port % 65535 + 1}"
    if number == errno.EACCES:
        return f"{at} may not be used without more rights; choose a port above 1023, such as --port 8000"
    if number == errno.EADDRNOTAVAIL or isinstance(error, ValueError):
        return f"{arguments.host} is not an address of this machine; --host 127.0.0.1 always is"
    return f"cannot listen at {at}: {os.strerror(number) if number else error}"


def _stop(signal_number: int, frame: FrameType | None) -> None:
    """Ends waitress's loop, which answers what is under way and closes its sockets."""
    raise SystemExit
