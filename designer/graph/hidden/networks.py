"""What hidden dependencies among network resources have in common."""

from __future__ import annotations

from designer.graph.hidden.sameness import choices_of, is_empty, keys_of, value_of
from designer.graph.hidden.sides import By

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from designer.graph.hidden.look import Look
    from designer.graph.hidden.sameness import Key

SUBNET = "OS::Neutron::Subnet"
ROUTER = "OS::Neutron::Router"
ROUTER_INTERFACE = "OS::Neutron::RouterInterface"
ROUTER_GATEWAY = "OS::Neutron::RouterGateway"
PORT = "OS::Neutron::Port"

NOWHERE = ("no subnet named",)


def by_network(look: Look, name: str) -> list[Key]:
    """The network that a resource says it belongs to."""
    return keys_of(value_of(look.properties(name), "network", "network_id"))


def by_router_id(look: Look, name: str) -> list[Key]:
    """The router that a resource belongs to, where `router_id` names it."""
    return keys_of(look.properties(name).get("router_id"))


def _by_router(look: Look, name: str) -> list[Key]:
    return keys_of(value_of(look.properties(name), "router", "router_id"))


def _by_subnet(look: Look, name: str) -> list[Key]:
    return subnet_keys(value_of(look.properties(name), "subnet", "subnet_id"))


def by_external_network(look: Look, name: str) -> list[Key]:
    """What the network of a router's gateway is known by; nothing where it has no gateway."""
    found: list[Key] = []
    for gateway, sure in choices_of(look.properties(name).get("external_gateway_info")):
        if isinstance(gateway, dict) and gateway:
            found += [(key, sure and certain) for key, certain in keys_of(gateway.get("network"))]
    return found


# The subnets of a template by the network that they belong to; its router interfaces by their router, and by their
# subnet: those whose subnet is not known yet under NOWHERE.
SUBNETS_BY_NETWORK = By(SUBNET, by_network)
INTERFACES_BY_ROUTER = By(ROUTER_INTERFACE, _by_router)
INTERFACES_BY_SUBNET = By(ROUTER_INTERFACE, _by_subnet)


def subnet_keys(value: Any) -> list[Key]:
    """What a subnet is known by; NOWHERE as well where Heat sees none."""
    empty = is_empty(value)
    keys = keys_of(value)
    return keys if empty is False else [*keys, (NOWHERE, empty)]


def addresses_of(properties: dict[str, Any]) -> Iterator[tuple[dict[str, Any], bool | None]]:
    """The entries of a port's `fixed_ips`, each with whether it is surely there."""
    for entries, sure in choices_of(properties.get("fixed_ips")):
        if isinstance(entries, list):
            for entry in entries:
                for inner, certain in choices_of(entry):
                    if isinstance(inner, dict):
                        yield inner, sure and certain


def ports_of(look: Look, name: str) -> Iterator[tuple[str, bool | None]]:
    """The ports that a resource refers to, each with whether it surely does."""
    for target, edge in look.graph.needed[name].items():
        if edge.enabled is not False and look.is_taken_for(target, PORT):
            yield target, edge.enabled
