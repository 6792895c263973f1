"""What evaluation may know, and what it finds on its way."""

from __future__ import annotations

from designer.functions.find import functions_of
from designer.functions.reference import Reference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from designer.catalog import ResourceType
    from designer.diagnostics.finding import Place, Report
    from designer.functions.conditions import Conditions
    from designer.functions.reference import Branches
    from designer.syntax import Mapping, Node
    from designer.template import Resource
    from designer.values import Placeholder

# The stages at which Heat may refuse: when it parses a function, when it validates it, when it resolves it.
PARSE = "parse"
VALIDATE = "validate"
RESOLVE = "resolve"

# What a template's functions may make altogether, in letters; what a resource may make; and what it may in any case.
WHOLE_BUDGET = 20_000_000
BUDGET = 2_000_000
LEAST_BUDGET = 20_000


class Shared:
    """What is the same for every expression of a template.

    resources   the resources by name
    version     the date of the template's version
    parameters  each parameter's value, known or a placeholder
    conditions  decides conditions, None where the version has none
    switched    of each resource with a condition: whether it is on; None where that is not decided
    types       the type of a resource, None where it is not known
    files       the text of a file by the name that `get_file` gives, None where it is not to be had
    made        the placeholder for each resource's reference, once one is needed
    given       the names of the parameters whose values are given, not defaults
    nested      whether the template is used inside a stack
    complete    whether everything is at hand that deployment would have: what is missing then is a fault, not unknown
    """

    __slots__ = ("resources", "version", "parameters", "conditions", "switched", "types", "files", "complete",
                 "functions", "condition_functions", "made", "given", "nested", "budget")

    def __init__(self, resources: dict[str, Resource], version: str, parameters: dict[str, Any],
                 types: Callable[[Resource], ResourceType | None] | None = None,
                 files: Callable[[str], str | None] | None = None, complete: bool = False) -> None:
        self.resources = resources
        self.version = version
        self.parameters = parameters
        self.conditions: Conditions | None = None
        self.switched: dict[str, bool | None] = {}
        self.types = types
        self.files = files
        self.complete = complete
        self.made: dict[str, Placeholder] = {}
        self.given: frozenset[str] = frozenset()
        self.nested = False
        self.budget = WHOLE_BUDGET
        self.functions = functions_of(version)
        self.condition_functions = functions_of(version, condition=True)


class Scope:
    """One expression's surroundings, and the references met in it.

    `section` names the part of its owner that is evaluated; `owner` says whether the owner is switched on;
    `enabled` whether the branch of `if` that is evaluated now is taken, and `branches` those that it lies in;
    `resolved` whether Heat will ask for the value, `early` whether it does so before it validates anything, as with the
    names in `get_attr` and conditions in place; `unmade` whether nothing is made yet, so that attributes are null.
    """

    __slots__ = ("shared", "version", "functions", "parameters", "resources", "report", "references", "section",
                 "owner", "enabled", "branches", "resolved", "early", "unmade", "budget")

    def __init__(self, shared: Shared, report: Report, section: str = "value", owner: bool | None = True,
                 references: list[Reference] | None = None) -> None:
        self.shared = shared
        self.version = shared.version
        self.functions = shared.functions
        self.parameters = shared.parameters
        self.resources = shared.resources
        self.report = report
        self.references: list[Reference] = [] if references is None else references
        self.section = section
        self.owner = owner
        self.enabled: bool | None = True
        self.branches: Branches | None = None
        self.resolved = True
        self.early = False
        self.unmade = False
        self.budget = BUDGET

    def refer(self, kind: str, target: str, place: Node, call: Mapping | None,
              steps: tuple[str | int | None, ...] = ()) -> None:
        """Keeps a reference."""
        self.references.append(Reference(kind, target, place, steps, call, self.enabled, self.section,
                                         self.branches))

    def fault(self, code: str, place: Place, stage: str, **facts: Any) -> None:
        """Reports what Heat refuses at a stage; `certain` among the facts says whether it surely gets there.

        Heat parses the taken branches of everything but outputs that are switched off, validates and resolves only
        what is switched on; an output that cannot be resolved is an error message in its place, and fails no stack.
        """
        soon = stage != RESOLVE or self.early
        certain = self.enabled is True and (self.resolved or soon) and (
            (self.owner is True and (soon or self.section != "output" or self.shared.complete))
            or (stage == PARSE and self.section != "output"))
        self.report(code, place, certain=certain, stage=stage, taken=self.enabled, section=self.section, **facts)

    def spend(self, size: int) -> bool:
        """Whether a result of this size may still be made: nested functions can multiply text beyond all bounds."""
        self.budget -= size
        shared = self.shared
        shared.budget -= size
        return self.budget >= 0 and (shared.budget >= 0 or self.budget >= BUDGET - LEAST_BUDGET)
