"""What an entry of a server's networks must hold. Source: heat.engine.resources.openstack.nova.server_network_mixin."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_given, is_missing, is_true, maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject
    from designer.validate.values.seen import Seen


def check(subject: Subject) -> None:
    networks = maps_in(subject.properties["networks"])
    for index, network in networks:
        _check_network(subject, network, ("networks", index))
    if len(networks) > 1:
        for index, network in networks:
            if is_true(network["allocate_network"]):
                subject.fault("HOT507", "networks", index, "allocate_network",
                              rule="`allocate_network` must be the only entry of `networks`")
                break
    if is_true(subject.properties["security_groups"]):
        for index, network in networks:
            if is_given(network["port"]):
                names = (f"networks[{index}].port", "security_groups")
                subject.fault("HOT501", "security_groups", names=names, inside=())
                break


def _check_network(subject: Subject, network: Seen, inside: tuple[str | int, ...]) -> None:
    net, port, subnet, allocated = (network[name] for name in ("network", "port", "subnet", "allocate_network"))
    if is_missing(net) and is_missing(port) and is_missing(subnet) and is_false(allocated):
        subject.one_needed("network", "port", "subnet", "allocate_network", inside=inside)
    if is_true(allocated):
        others = [name for name, value in network.pairs() if name != "allocate_network" and is_given(value)]
        if others:
            subject.exclusive(others[0], "allocate_network", inside=inside)
    if is_true(network["fixed_ip"]) and is_given(port):
        subject.exclusive("port", "fixed_ip", inside=inside)
    if is_given(network["floating_ip"]) and is_given(net) and is_missing(port) and is_missing(subnet) and is_false(
            network["port_extra_properties"]):
        subject.fault("HOT503", *inside, "floating_ip", name="floating_ip", inside=inside,
                      needed="port, subnet or port_extra_properties")
