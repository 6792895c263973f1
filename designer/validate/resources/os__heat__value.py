"""OS::Heat::Value: the value is of the type that it says."""

from __future__ import annotations

from designer.catalog import PropertySchema
from designer.validate.values.table import Check
from designer.validate.values.walk import UNFIT, coerce
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject

_TYPES = {"string": "String", "number": "Number", "comma_delimited_list": "List", "json": "Map", "boolean": "Boolean"}


def check(subject: Subject) -> None:
    wanted = subject.properties["type"]
    type_name = _TYPES.get(wanted) if isinstance(wanted, str) else None
    if type_name is None or "value" not in subject.given:
        return
    value = subject.properties["value"]
    checked = Check(PropertySchema("value", {"type": type_name}))
    given = subject.given["value"]
    if value is not None and value.__class__ is not Placeholder and coerce(checked, value) is UNFIT:
        subject.fault("HOT404", "value", expected=type_name, value=given)
