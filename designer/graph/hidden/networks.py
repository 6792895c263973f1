"""What hidden dependencies among network resources have in common."""

from __future__ import annotations

from designer.graph.hidden.sameness import Side, choices_of, is_empty, keys_of, value_of

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


def subnets_by_network(look: Look) -> Side:
    """The subnets of a template by the network that they belong to."""
    kept = look.kept.get("subnets_by_network")
    if kept is not None:
        return kept
    side = look.kept["subnets_by_network"] = Side()
    for name in look.taken_for(SUBNET):
        side.add(name, keys_of(value_of(look.properties(name), "network", "network_id")))
    return side


def interfaces_by_router(look: Look) -> Side:
    """The router interfaces of a template by their router."""
    kept = look.kept.get("interfaces_by_router")
    if kept is not None:
        return kept
    side = look.kept["interfaces_by_router"] = Side()
    for name in look.taken_for(ROUTER_INTERFACE):
        side.add(name, keys_of(value_of(look.properties(name), "router", "router_id")))
    return side


NOWHERE = ("no subnet named",)


def interfaces_by_subnet(look: Look) -> Side:
    """The router interfaces by their subnet; those whose subnet is not known yet under NOWHERE."""
    kept = look.kept.get("interfaces_by_subnet")
    if kept is not None:
        return kept
    side = look.kept["interfaces_by_subnet"] = Side()
    for name in look.taken_for(ROUTER_INTERFACE):
        side.add(name, subnet_keys(value_of(look.properties(name), "subnet", "subnet_id")))
    return side


def subnet_keys(value: Any) -> list[Key]:
    """What a subnet is known by; NOWHERE as well where Heat sees none."""
    empty = is_empty(value)
    keys = keys_of(value)
    return keys if empty is False else [*keys, (NOWHERE, empty)]


def external_network(properties: dict[str, Any]) -> list[Key]:
    """What the network of a router's gateway is known by; nothing where it has no gateway."""
    found: list[Key] = []
    for gateway, sure in choices_of(properties.get("external_gateway_info")):
        if isinstance(gateway, dict) and gateway:
            found += [(key, sure and certain) for key, certain in keys_of(gateway.get("network"))]
    return found


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
    ports = look.port_names
    for target, edge in look.graph.needed[name].items():
        if target in ports and edge.enabled is not False:
            yield target, edge.enabled


