"""OS::Nova::Server waits for every subnet that it may get an address from."""

from __future__ import annotations

from designer.graph.hidden.networks import SUBNET, subnets_by_network
from designer.graph.hidden.sameness import Side, choices_of, is_empty, keys_of, matching, value_of
from designer.graph.model import Group
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.graph.hidden.look import Look

TYPE = "OS::Nova::Server"
WORDS = "a server waits for every subnet of its networks, since it may get its address from any of them"
ANY_WORDS = "a server attached without naming the network waits for every subnet: Heat cannot tell which will serve it"
OPEN_WORDS = "a server with networks waits for a subnet whose network is not known before it is created"


def groups(look: Look) -> Iterator[Group]:
    """Servers with the subnets of their networks; with all subnets where a network is not named."""
    # A subnet without any network is refused, and nothing waits for it.
    networks = {name: value_of(look.properties(name), "network", "network_id") for name in look.taken_for(SUBNET)}
    subnets = [name for name, network in networks.items() if network is not None]
    if not subnets:
        return
    attached = Side()
    anywhere: dict[str, bool | None] = {}
    every: dict[str, bool | None] = dict.fromkeys(subnets, True)
    networked: dict[str, bool | None] = {}
    for name in look.plugins_of(TYPE):
        keys, unnamed, connected = _networks(look.properties(name).get("networks"))
        if connected is not False:
            networked[name] = connected
        if unnamed is not False:
            anywhere[name] = unnamed
        if unnamed is not True:
            attached.add(name, keys)
    if anywhere:
        yield Group(TYPE, ANY_WORDS, anywhere, every)
    yield from matching(TYPE, WORDS, attached, subnets_by_network(look))
    unplaced: dict[str, bool | None] = {}
    for name in subnets:
        empty = is_empty(networks[name])
        if empty is not False:
            unplaced[name] = empty
    if unplaced and networked:
        yield Group(TYPE, OPEN_WORDS, networked, unplaced)


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
