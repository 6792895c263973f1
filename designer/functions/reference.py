"""A reference: an expression that names something else in the template."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from designer.syntax import Mapping, Node, Scalar

    Branches: TypeAlias = "tuple[Node, bool, Branches | None]"


class Reference:
    """That something is named, how, and from where.

    kind     the function that names it (`get_resource`, `get_attr`, `get_param`, ...), or `condition`, `get_file`
    target   the name
    place    the scalar that writes the name
    steps    the attribute and the path behind it, as far as they are known; a part not known is None
    call     the function's call, None where a bare name refers (`condition: is_big`)
    enabled  True; False inside a branch that is known not to be taken; None where that is not decided
    section  which part of its owner it stands in: `properties`, `metadata`, `condition`, `value` ...
    branches the branches of `if` around it, from the inside: (condition, whether it has to hold, those around), or None
    """

    __slots__ = ("kind", "target", "place", "steps", "call", "enabled", "section", "branches")

    def __init__(self, kind: str, target: str, place: Scalar | Node, steps: tuple[str | int | None, ...],
                 call: Mapping | None, enabled: bool | None, section: str, branches: Branches | None = None) -> None:
        self.kind = kind
        self.target = target
        self.place = place
        self.steps = steps
        self.call = call
        self.enabled = enabled
        self.section = section
        self.branches = branches

    def __repr__(self) -> str:
        return f"<{self.kind} {self.target} {self.steps} {self.enabled}>"
