"""`hot-designer serve`: the pages, on a server of this machine.

    hot-designer serve [--host 127.0.0.1] [--port 8000] [--database URL] [--repository PATH] [--threads 32]

The web application and its server are loaded inside `run`, and nowhere else in the library (the import rules in
pyproject.toml name this one exception).
"""

from __future__ import annotations

import os
import sys

from designer.cli.options import Option, Parsed, parse_options
from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

SUMMARY = "Serves the designer's pages until Ctrl-C or SIGTERM."

OPTIONS = (
    Option("--host", "", "ADDRESS", "the address to listen at; the default is this machine alone", default="127.0.0.1"),
    Option("--port", "", "PORT", "the port; 0 takes any that is free", default="8000"),
    Option("--repository", "", "PATH", "a git repository that templates can be committed to"),
    Option("--database", "", "URL", "where templates are stored: sqlite:////a/file or postgresql://user@host/name; "
           "the default is a file in this user's folder of data"),
    Option("--threads", "", "N", "how many requests are answered at once, pages that listen for changes included",
           default="32"),
)

# Threads that are kept for what is not listening.
ANSWERING = 8

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::", "*")  # noqa: S104 - recognised, never a default

# What a body may have before it is read no further. The application refuses far less, but with a page that says why.
LONGEST_BODY = 256 * 1024 * 1024


def run(argv: list[str]) -> int:
    """Serves until SIGTERM or Ctrl-C, then yields 0.

    Raises DesignerError where it cannot begin: the address is taken or not this machine's, the port is privileged, the
    repository or the database cannot be opened, the assets were not built, or the usage is wrong.
    """
    parsed = parse_options("serve", SUMMARY, "", OPTIONS, argv)
    if parsed.positional:
        raise DesignerError(f"serve: {parsed.positional[0]!r} is not expected; see hot-designer serve --help")
    host = parsed.one("--host") or "127.0.0.1"
    port = _number(parsed, "--port", 0, 65535)
    threads = _number(parsed, "--threads", 1, 256)
    settings = {**_settings(parsed, host), "LISTENERS": max(threads - ANSWERING, threads // 2)}

    import logging
    import signal

    from waitress.server import create_server

    from web.app import create_app
    from web.history.database import usual_address
    from web.paths import missing_assets

    lacking = missing_assets()
    if lacking:
        raise DesignerError(f"the pages' scripts are not built ({', '.join(lacking)} missing); run: make assets")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    app = create_app({"DATABASE": usual_address(), **settings})
    history = app.extensions["history"]
    history.open()
    try:
        server = create_server(app, host=host, port=port, threads=threads, ident=None,
                               max_request_body_size=LONGEST_BODY, clear_untrusted_proxy_headers=True,
                               channel_request_lookahead=1)  # so that a page that leaves is noticed while it listens
    except (OSError, ValueError) as error:
        raise DesignerError(_why_not(host, port, error)) from error
    _say_where(host, server, "REPOSITORY" in settings)

    def stop(signal_number: int, frame: FrameType | None) -> None:
        """Sends away the pages that listen, and ends waitress's loop, which answers what is under way."""
        history.listeners.close()
        raise SystemExit

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    try:
        server.run()
    finally:
        history.close()
        server.close()
    return 0


def _number(parsed: Parsed, name: str, low: int, high: int) -> int:
    """An option's value as a number. Raises DesignerError where it is none, or out of bounds."""
    text = parsed.one(name) or ""
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise DesignerError(f"serve: {name} is a number from {low} to {high}, not {text!r}")
    return int(text)


def _settings(parsed: Parsed, host: str) -> dict[str, Any]:
    """What the application is told. Raises DesignerError where the repository cannot be opened."""
    settings: dict[str, Any] = {}
    path = parsed.one("--repository")
    if path is not None:
        from designer.repository import open_repository

        settings["REPOSITORY"] = open_repository(path).path
    if host in LOOPBACK:
        # Another site's name that was made to point at this machine is not answered.
        settings["ALLOWED_HOSTS"] = LOOPBACK
    database = parsed.one("--database")
    if database is not None:
        settings["DATABASE"] = database
    return settings


def _say_where(host: str, server: Any, commits: bool) -> None:
    port = getattr(server, "effective_port", None) or server.effective_listen[0][1]
    name = "127.0.0.1" if host in EVERYWHERE else host
    shown = f"[{name}]" if ":" in name else name
    print(f"Hot Designer is at http://{shown}:{port}  (Ctrl-C ends it)", flush=True)
    if host not in LOOPBACK:
        print("hot-designer: there is no sign-in: whoever reaches this address can read what is open"
              + (" and commit to the repository" if commits else ""), file=sys.stderr)


def _why_not(host: str, port: int, error: OSError | ValueError) -> str:
    import errno

    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return f"{host} port {port} is taken by another program; choose another port: --port {port % 65535 + 1}"
    if number == errno.EACCES:
        return f"port {port} may not be used without more rights; choose one above 1023, such as --port 8000"
    if number == errno.EADDRNOTAVAIL or isinstance(error, ValueError):
        return f"{host} is not an address of this machine; --host 127.0.0.1 always is"
    return f"cannot listen at {host} port {port}: {os.strerror(number) if number else error}"
