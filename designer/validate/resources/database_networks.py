"""The networks of databases. Source: heat.engine.resources.openstack.trove."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_given, is_missing, is_true, maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check_networks(subject: Subject, networks: object, inside: tuple[str | int, ...]) -> None:
    """Each is a network or a port."""
    for index, network in maps_in(networks):
        net, port = network["network"], network["port"]
        if is_given(net) and is_given(port):
            subject.exclusive("network", "port", inside=(*inside, index))
        elif is_missing(net) and is_missing(port):
            subject.one_needed("network", "port", inside=(*inside, index))


def check_datastore(subject: Subject) -> None:
    """A version is one of a type."""
    if is_true(subject.properties["datastore_version"]) and is_false(subject.properties["datastore_type"]):
        subject.needs("datastore_version", "datastore_type")
