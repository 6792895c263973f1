"""`make_url`: a URL put together from its parts, each quoted as it must be."""

from __future__ import annotations

from designer.functions.arguments import place_at, refuse
from designer.functions.pieces import put_together
from designer.functions.scope import RESOLVE, VALIDATE
from designer.functions.walk import evaluate as evaluate_node
from designer.functions.walk import is_call
from designer.syntax.nodes import Mapping
from designer.values import BOOLEAN, INTEGER, MAP, NUMBER, STRING, Placeholder, may_be, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions.scope import Scope
    from designer.syntax import Node

NAME = "make_url"
SINCE = "2017-09-01"
UNTIL = None
CONDITION = None
ANYWHERE = True
SUMMARY = "a URL from its parts"
SIGNATURE = "make_url: {scheme: ${1:http}, host: ${2:host}, port: ${3:80}, path: ${4:/}}"
FORM = {"type": "Map", "schema": {
    "scheme": {"type": "String"}, "username": {"type": "String"}, "password": {"type": "String"},
    "host": {"type": "String", "required": True, "current": True}, "port": {"type": "Any"},
    "path": {"type": "String"}, "query": {"type": "Map"}, "fragment": {"type": "String"}}}

PARTS = ("scheme", "username", "password", "host", "port", "path", "query", "fragment")
_EXPECTS = "a map of scheme, username, password, host, port, path, query and fragment"


def evaluate(call: Mapping, argument: Node, scope: Scope) -> Any:
    """The URL, as far as its parts are known. Source: heat.engine.hot.functions.MakeURL."""
    parts = evaluate_node(argument, scope)
    if not isinstance(argument, Mapping) or is_call(argument, scope):
        refuse(NAME, argument, scope, _EXPECTS, VALIDATE)
        return unknown(NAME, STRING)
    for key, _ in argument.items():
        if key.value not in PARTS:
            scope.fault("HOT321", key, VALIDATE, function=NAME, expects=_EXPECTS)
            return unknown(NAME, STRING)
    for part in PARTS:
        if part in parts and not _fits(part, parts[part]):
            place = place_at(argument, part)
            scope.fault("HOT334", place, RESOLVE if is_call(place, scope) else VALIDATE, part=part)
            return unknown(NAME, STRING)
    return put_together(_pieces(parts), NAME, scope)


def _fits(part: str, value: Any) -> bool:
    if part == "query":
        return may_be(value, MAP)
    if part != "port":
        return may_be(value, STRING) and not (part == "scheme" and value.__class__ is str and ":" in value)
    if value.__class__ is Placeholder:
        return may_be(value, STRING, NUMBER, INTEGER, BOOLEAN)
    try:
        return 0 < (value if isinstance(value, int) else int(value)) <= 65535
    except (ValueError, TypeError, OverflowError):
        return False


def _pieces(parts: dict[str, Any]) -> list[Any]:
    """The URL in pieces, each text or a placeholder. Source: urllib.parse.urlunsplit."""
    from urllib.parse import quote, urlencode

    def quoted(part: str, safe: str) -> Any:
        value = parts.get(part, "")
        return value if value.__class__ is Placeholder else quote(value, safe=safe, errors="replace")

    username, password = quoted("username", ""), quoted("password", "")
    place: list[Any] = []
    if username or password:
        place += [username, *([":", password] if password else []), "@"]
    host = parts.get("host", "")
    if host.__class__ is not Placeholder:
        if host.startswith("[") and host.endswith("]"):
            host = host[1:-1]
        host = quote(host, safe=":", errors="replace")
        if ":" in host:
            host = f"[{host}]"
    place.append(host)
    port = parts.get("port", "")
    if port:
        place += [":", _as_text(port)]
    path = quoted("path", "/")
    query = parts.get("query", {})
    scheme = parts.get("scheme", "")
    pieces: list[Any] = [scheme, ":"] if scheme else []
    if any(place) or (scheme.__class__ is str and scheme in _WITH_A_PLACE and path[:2] != "//"):
        if path and (path.__class__ is Placeholder or path[:1] != "/"):
            place.append("/")
        pieces += ["//", *place]
    pieces.append(path)
    if query.__class__ is Placeholder:
        pieces += ["?", _as_text(query)]
    elif query:
        known = urlencode({key: _as_text(value) for key, value in query.items() if value.__class__ is not Placeholder})
        pieces.append("?" + known.replace("%2F", "/"))
        for key, value in query.items():
            if value.__class__ is Placeholder:
                pieces += ["&" if pieces[-1] != "?" else "", urlencode({key: ""}), _as_text(value)]
    fragment = quoted("fragment", "/")
    if fragment:
        pieces += ["#", fragment]
    return pieces


# The schemes of which a URL has `//` even where no host is given.
_WITH_A_PLACE = frozenset(("ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https",
                           "shttp", "snews", "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs",
                           "git", "git+ssh", "ws", "wss"))


def _as_text(value: Any) -> Any:
    if value.__class__ is Placeholder:
        return value if value.kind == STRING else Placeholder(STRING, value.origin, value.of)
    return str(value)
