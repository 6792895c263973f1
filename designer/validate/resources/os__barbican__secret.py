"""OS::Barbican::Secret: the payload and how it is encoded."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_one, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    kind, encoding = properties["payload_content_type"], properties["payload_content_encoding"]
    payload = properties["payload"]
    if is_true(kind) and is_false(payload):
        subject.needs("payload_content_type", "payload")
    elif is_one(kind, "application/octet-stream"):
        if is_false(encoding):
            subject.needed_for("payload_content_encoding", "payload_content_type", kind)
        elif isinstance(payload, str) and is_true(encoding) and not _is_base64(payload):
            subject.fault("HOT512", "payload", value=payload, wanted="base64 text")
    if is_true(encoding) and (is_false(kind) or is_one(kind, "text/plain")):
        subject.fault("HOT506", "payload_content_encoding", name="payload_content_encoding",
                      other="payload_content_type", value="application/octet-stream", inside=())


def _is_base64(text: str) -> bool:
    from base64 import b64decode

    try:
        b64decode(text)
    except ValueError:
        return False
    return True
