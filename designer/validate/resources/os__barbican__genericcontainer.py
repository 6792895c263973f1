"""OS::Barbican::GenericContainer: its secrets must differ."""

from __future__ import annotations

from designer.validate.resources.certain import maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    seen: dict[str, int] = {}
    for index, secret in maps_in(subject.properties["secrets"]):
        reference = secret["ref"]
        if isinstance(reference, str):
            if reference in seen:
                subject.fault("HOT508", "secrets", index, "ref", name=f"secrets[{index}].ref",
                              other=f"secrets[{seen[reference]}].ref", value=reference)
            seen.setdefault(reference, index)
