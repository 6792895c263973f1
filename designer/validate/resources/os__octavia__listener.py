"""OS::Octavia::Listener: TLS that ends here needs a certificate."""

from __future__ import annotations

from designer.validate.resources.certain import is_missing, is_one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    protocol = subject.properties["protocol"]
    if is_one(protocol, "TERMINATED_HTTPS") and is_missing(subject.properties["default_tls_container_ref"]):
        subject.needed_for("default_tls_container_ref", "protocol", protocol)
