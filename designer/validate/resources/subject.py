"""What the rules of a resource type look at, and how they say what is wrong."""

from __future__ import annotations

from designer.validate.values.seen import seen_properties

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Report
    from designer.functions.evaluation import ResourceValues
    from designer.validate.values.table import Table
    from designer.validate.view import View


class Subject:
    """A resource as its plug-in sees it.

    `properties` gives every property of the type by name, null where it is not given and has no default, and so do
    the maps in it; placeholders stand only for what turns on a parameter without a value. `fault` reports, at the
    key that a path ends with.
    """

    __slots__ = ("name", "type", "values", "view", "report", "properties", "given")

    def __init__(self, values: ResourceValues, type_: ResourceType, table: Table, view: View, report: Report) -> None:
        self.name = values.resource.name
        self.type = type_
        self.values = values
        self.view = view
        self.report = report
        self.given: dict[str, Any] = values.properties if isinstance(values.properties, dict) else {}
        self.properties = seen_properties(table, self.given, self.referred)

    def referred(self, name: str) -> ResourceType | None:
        """The type of another resource of the template, None where it is not known."""
        resource = self.view.template.resources.get(name)
        return self.view.types(resource) if resource is not None else None

    def fault(self, code: str, *path: str | int, certain: bool = True, **facts: Any) -> None:
        """Report a fault at the property that a path leads to, or at the resource's properties without one."""
        self._fault("properties", code, path, certain, facts)

    def policy_fault(self, code: str, *path: str | int, **facts: Any) -> None:
        """Report a fault in the resource's update policy."""
        self._fault("update_policy", code, path, True, facts)

    def _fault(self, section: str, code: str, path: tuple[str | int, ...], certain: bool,
               facts: dict[str, Any]) -> None:
        from designer.validate.values.place import section_place

        place = section_place(self.values.resource, section, path, self.view.evaluation.conditions)
        self.report(code, place, resource=self.name, type=self.type.name, path=path,
                    certain=certain and self.values.enabled is True, **facts)

    def exclusive(self, *names: str, inside: tuple[str | int, ...] = ()) -> None:
        """Report that of these properties only one may be given."""
        self.fault("HOT501", *inside, names[-1], names=names, inside=inside)

    def one_needed(self, *names: str, inside: tuple[str | int, ...] = ()) -> None:
        """Report that one of these properties must be given."""
        self.fault("HOT502", *inside, names=names, inside=inside)

    def needs(self, name: str, needed: str, inside: tuple[str | int, ...] = ()) -> None:
        """Report that one property may be given only together with another."""
        self.fault("HOT503", *inside, name, name=name, needed=needed, inside=inside)

    def needed_for(self, name: str, other: str, value: object, inside: tuple[str | int, ...] = ()) -> None:
        """Report that a property is required when another has a value."""
        self.fault("HOT504", *inside, other, name=name, other=other, value=value, inside=inside)

    def barred(self, name: str, other: str, value: object, inside: tuple[str | int, ...] = ()) -> None:
        """Report that a property may not be given when another has a value."""
        self.fault("HOT505", *inside, name, name=name, other=other, value=value, inside=inside)
