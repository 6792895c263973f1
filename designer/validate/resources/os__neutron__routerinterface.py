"""OS::Neutron::RouterInterface: a subnet or a port."""

from __future__ import annotations

from designer.validate.resources.certain import is_given, is_missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    subnet, port = subject.properties["subnet"], subject.properties["port"]
    if is_given(subnet) and is_given(port):
        names = [name if name in subject.given else f"{name}_id" for name in ("subnet", "port")]
        subject.exclusive(*names)
    elif is_missing(subnet) and is_missing(port):
        subject.one_needed("subnet", "port")
