"""OS::Neutron::SubnetPool: the order of its prefix lengths."""

from __future__ import annotations

from designer.validate.resources.certain import exceeds, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_ORDER = (("min_prefixlen", "max_prefixlen"), ("default_prefixlen", "max_prefixlen"),
          ("min_prefixlen", "default_prefixlen"))


def check(subject: Subject) -> None:
    properties = subject.properties
    for low, high in _ORDER:
        if is_true(properties[low]) and is_true(properties[high]) and exceeds(properties[low], properties[high]):
            subject.fault("HOT507", low, rule=f"`{low}` ({properties[low]}) must not be greater than `{high}` "
                          f"({properties[high]})")
