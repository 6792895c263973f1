"""OS::Barbican::Order: the properties that each type of order takes."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_given, is_missing, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


_COMMON = ("name", "algorithm", "bit_length", "mode", "payload_content_type", "expiration")
_TAKEN = {
    "key": _COMMON,
    "asymmetric": (*_COMMON, "pass_phrase"),
    "certificate": ("name", "request_type", "subject_dn", "source_container_ref", "ca_id", "profile", "request_data"),
}


def check(subject: Subject) -> None:
    properties = subject.properties
    kind = properties["type"]
    if not isinstance(kind, str):
        return
    taken = _TAKEN.get(kind)
    if kind != "certificate":
        for name in ("algorithm", "bit_length"):
            if is_missing(properties[name]):
                subject.needed_for(name, "type", kind)
    elif is_true(properties["profile"]) and is_false(properties["ca_id"]):
        subject.needs("profile", "ca_id")
    for name, value in properties.pairs():
        if taken is not None and name != "type" and name not in taken and is_given(value):
            subject.barred(name, "type", kind)
