"""`hot-designer catalog`: reads resource types out of an installed Heat, or asks a running one.

    hot-designer catalog extract [--heat PYTHON] [--output DIR] [--descriptions]
    hot-designer catalog fetch --url URL [--token TOKEN] [--cacert FILE] [--output DIR]

Both write into the user's own data folder unless told where else. This is the only place of the library that
talks to a network, and only when `fetch` is asked for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import urllib.request
    from argparse import ArgumentParser, Namespace
    from typing import Any

    Opener = urllib.request.OpenerDirector

EXTRACT_SECONDS = 300
ANSWER_SECONDS = 20
ANSWER_BYTES = 8 * 1024 * 1024
TYPES_LIMIT = 5000


def run(argv: list[str]) -> int:
    """Runs the command with its arguments; 0 when done. Raises DesignerError where it cannot be done."""
    arguments = _parser().parse_args(argv)
    done: int = arguments.action(arguments)
    return done


def _parser() -> ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="hot-designer catalog", description="Read Heat's resource types into a catalog."
    )
    commands = parser.add_subparsers(required=True, metavar="extract | fetch")
    extract = commands.add_parser("extract", help="read an installed Heat")
    extract.add_argument(
        "--heat",
        metavar="PYTHON",
        help="the Python, or the virtual environment, that has openstack-heat "
        "(default: $HOT_DESIGNER_HEAT, or .heat here)",
    )
    extract.add_argument("--output", metavar="DIR", help="where to write (default: your own catalog)")
    extract.add_argument("--descriptions", action="store_true", help="with Heat's descriptions, for your own use")
    extract.set_defaults(action=_extract)
    fetch = commands.add_parser("fetch", help="ask a running Heat")
    fetch.add_argument("--url", required=True, help="Heat's endpoint, such as http://controller:8004/v1/PROJECT")
    fetch.add_argument("--token", help="a Keystone token (default: $OS_TOKEN or $OS_AUTH_TOKEN)")
    fetch.add_argument("--cacert", metavar="FILE", help="certificates to trust (default: $OS_CACERT)")
    fetch.add_argument("--output", metavar="DIR", help="where to write (default: your own catalog)")
    fetch.set_defaults(action=_fetch)
    return parser


def _extract(arguments: Namespace) -> int:
    from designer.catalog.enrich import enrich
    from designer.catalog.store import DATA

    folder = _output(arguments.output)
    if arguments.descriptions and os.path.realpath(folder) == os.path.realpath(DATA):
        raise DesignerError("Heat's descriptions are for your own catalog, not for the one that is shipped")
    facts = read_installed_heat(heat_python(arguments.heat), arguments.descriptions)
    _write(folder, facts["heat"], enrich(facts["types"]))
    return 0


def heat_python(given: str | None) -> str:
    """The Python that has Heat: as given (a program or a virtual environment), or where it is usually kept.

    Raises DesignerError if there is none.
    """
    place = given or os.environ.get("HOT_DESIGNER_HEAT") or ".heat"
    if os.path.isdir(place):
        place = os.path.join(place, "bin", "python")
    if not os.path.isfile(place):
        if not given and not os.environ.get("HOT_DESIGNER_HEAT"):
            raise DesignerError("say with --heat which Python has openstack-heat installed")
        raise DesignerError(f"there is no Python at {place}")
    return place


def read_installed_heat(python: str, descriptions: bool) -> dict[str, Any]:
    """Facts as `designer/catalog/extract.py` prints them. Raises DesignerError where that Python cannot."""
    script = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "catalog", "extract.py")
    command = [python, script, *(["--descriptions"] if descriptions else [])]
    try:
        done = subprocess.run(command, capture_output=True, timeout=EXTRACT_SECONDS, check=False)  # noqa: S603
    except OSError as problem:
        raise DesignerError(f"cannot run {python}: {problem.strerror or problem}") from None
    except subprocess.TimeoutExpired:
        raise DesignerError(f"{python} did not finish within {EXTRACT_SECONDS} seconds") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DesignerError(f"{python} cannot read Heat: {said[-1] if said else 'it said nothing'}")
    try:
        facts = json.loads(done.stdout)
        if isinstance(facts["heat"], str) and isinstance(facts["types"], dict) and facts["types"]:
            return facts  # type: ignore[no-any-return]
    except (ValueError, KeyError, TypeError):
        pass
    raise DesignerError(f"{python} gave no facts about Heat")


def _fetch(arguments: Namespace) -> int:
    folder = _output(arguments.output)
    token = arguments.token or os.environ.get("OS_TOKEN") or os.environ.get("OS_AUTH_TOKEN")
    if not token:
        raise DesignerError("a token is needed: --token, or OS_TOKEN in the environment")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise DesignerError("the token holds signs that a token cannot have")
    types = fetch_types(arguments.url, token, arguments.cacert or os.environ.get("OS_CACERT"))
    _write(folder, arguments.url, types)
    return 0


def fetch_types(url: str, token: str, cacert: str | None = None) -> dict[str, dict[str, Any]]:
    """All resource types that the Heat at `url` shows to the holder of `token`, as facts by name.

    Types that it lists and then does not show are named on standard error and left out. Raises DesignerError
    where the list cannot be had, where no type can, or where the token is refused.
    """
    from urllib.parse import quote, urlsplit

    from designer.catalog.heat_api import names_listed, type_facts

    base = url.rstrip("/")
    try:
        parts = urlsplit(base)
        plain = parts.scheme in ("http", "https") and parts.hostname and not parts.query and not parts.fragment
    except ValueError:
        plain = False
    if not plain or not base.isascii() or not base.isprintable() or " " in base:
        raise DesignerError(f"not the address of a Heat: {url!r}")
    opener = _opener(cacert)
    names = names_listed(_ask(opener, base + "/resource_types", token))
    if not names:
        raise DesignerError(f"{base}/resource_types lists no resource types")
    if len(names) > TYPES_LIMIT:
        raise DesignerError(f"{base} lists {len(names)} resource types; more than {TYPES_LIMIT} are not read")
    types: dict[str, dict[str, Any]] = {}
    for name in sorted(set(names)):
        address = f"{base}/resource_types/{quote(name, safe='')}?with_description=true"
        try:
            facts = type_facts(name, _ask(opener, address, token))
        except NotShown as problem:
            print(f"hot-designer: {name} left out: {problem}", file=sys.stderr)
            continue
        if facts is None:
            print(f"hot-designer: {name} left out: the answer is not a schema", file=sys.stderr)
            continue
        types[name] = facts
    if not types:
        raise DesignerError(f"{base} shows none of the {len(names)} resource types that it lists")
    return types


class NotShown(DesignerError):
    """One resource type that a Heat does not show; the others may be had all the same."""


def _opener(cacert: str | None) -> Opener:
    import ssl
    import urllib.request

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        # A redirect would carry the token to wherever it points.
        def redirect_request(self, *args: Any, **keys: Any) -> None:
            return None

    try:
        context = ssl.create_default_context(cafile=cacert)
    except (OSError, ssl.SSLError) as problem:
        raise DesignerError(f"cannot read certificates from {cacert}: {problem}") from None
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=context),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        NoRedirect(),
    ):
        opener.add_handler(handler)
    return opener


def _ask(opener: Opener, address: str, token: str) -> Any:
    """One JSON answer. Raises NotShown for a refusal of this one thing, DesignerError for all else."""
    import urllib.request
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError

    headers = {"X-Auth-Token": token, "Accept": "application/json", "User-Agent": "hot-designer"}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - fetch_types checked the scheme
    try:
        with opener.open(request, timeout=ANSWER_SECONDS) as answer:
            body: bytes = answer.read(ANSWER_BYTES + 1)
    except HTTPError as problem:
        problem.close()
        if problem.code == 401:
            raise DesignerError("the token is refused (401): it may have run out") from None
        if 300 <= problem.code < 400:
            raise DesignerError(f"{address} sends us elsewhere ({problem.code}); give Heat's own address") from None
        raise NotShown(f"{address} answers {problem.code}") from None
    except (URLError, HTTPException, OSError) as problem:
        reason = getattr(problem, "reason", None) or problem
        raise DesignerError(f"cannot reach {address}: {reason}") from None
    if len(body) > ANSWER_BYTES:
        raise DesignerError(f"{address} answers with more than {ANSWER_BYTES} bytes")
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise NotShown(f"{address} does not answer with JSON") from None


def _output(given: str | None) -> str:
    from designer.catalog.store import user_folder

    return given or user_folder()


def _write(folder: str, heat: str, types: dict[str, dict[str, Any]]) -> None:
    from designer.catalog.store import forget
    from designer.catalog.write import write_catalog

    try:
        refused = write_catalog(folder, heat, types)
    except OSError as problem:
        raise DesignerError(f"cannot write to {folder}: {problem.strerror or problem}") from None
    forget()
    for name in refused:
        print(f"hot-designer: {name!r} left out: not a name that can be kept as a file", file=sys.stderr)
    print(f"{len(types) - len(refused)} resource types written to {folder}")
