"""What defines the members of a group. Source: heat.engine.rsrc_defn, heat.engine.hot.template."""

from __future__ import annotations

from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.validate.resources.subject import Subject


def check_type(subject: Subject, kind: Any, *path: str | int) -> None:
    """A member's type is a text that is not empty."""
    if kind.__class__ is not Placeholder and not (isinstance(kind, str) and kind):
        subject.fault("HOT512", *path, value=kind, wanted="the name of a resource type")
