"""OS::Nova::Server waits for every subnet that it may get an address from."""

from __future__ import annotations

from designer.graph.hidden.networks import SUBNET
from designer.graph.hidden.sameness import choices_of, is_empty, keys_of, value_of
from designer.graph.hidden.sides import By, Mark
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.graph.hidden.look import Look
    from designer.graph.hidden.sameness import Key

TYPE = "OS::Nova::Server"
WORDS = "a server waits for every subnet of its networks, since it may get its address from any of them"
ANY_WORDS = "a server attached without naming the network waits for every subnet: Heat cannot tell which will serve it"
OPEN_WORDS = "a server with networks waits for a subnet whose network is not known before it is created"

# Not a network, but that a server names none and may be served by any, and that it has any, named or not.
ANY = Mark("any")
SOME = Mark("some")


def _server_keys(look: Look, name: str) -> list[Key]:
    keys, unnamed, connected = _networks(look.properties(name).get("networks"))
    found: list[Key] = [] if unnamed is False else [(ANY, unnamed)]
    if unnamed is not True:
        found += keys
    if connected is not False:
        found.append((SOME, connected))
    return found


def _subnet_keys(look: Look, name: str) -> list[Key]:
    network = value_of(look.properties(name), "network", "network_id")
    if network is None:
        return []  # a subnet without any network is refused, and nothing waits for it
    empty = is_empty(network)
    found: list[Key] = [(ANY, True), *keys_of(network)]
    if empty is not False:
        found.append((SOME, empty))
    return found


_SERVERS = By(TYPE, _server_keys, plugin=True)
_SUBNETS = By(SUBNET, _subnet_keys)

# Servers with the subnets of their networks; with all subnets where a network is not named.
RULES = ((ANY_WORDS, _SERVERS, _SUBNETS, ANY), (WORDS, _SERVERS, _SUBNETS, None),
         (OPEN_WORDS, _SERVERS, _SUBNETS, SOME))


def _networks(value: Any) -> tuple[list[Any], bool | None, bool | None]:
    """The networks that `networks` names; whether it attaches without naming one; whether it attaches at all."""
    keys: list[Any] = []
    unnamed: bool | None = False
    connected: bool | None = False
    for entries, sure in choices_of(value):
        if isinstance(entries, Placeholder):
            if not is_empty(entries):
                unnamed, connected = unnamed or None, connected or None
            continue
        if not isinstance(entries, list) or not entries:
            continue
        connected = connected or sure
        for entry in entries:
            for network, certain in choices_of(entry):
                certain = sure and certain
                if isinstance(network, Placeholder):
                    empty = None if not is_empty(network) else True
                elif isinstance(network, dict):
                    network_id = value_of(network, "network", "uuid")
                    empty = is_empty(network_id)
                    keys += [(key, certain and known) for key, known in keys_of(network_id)]
                else:
                    continue
                if empty is not False:
                    unnamed = unnamed or (certain and empty)
    return keys, unnamed, connected
