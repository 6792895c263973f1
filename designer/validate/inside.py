"""What is wrong with the stacks inside a stack, told in the files that it is about.

A template that several resources are made of has each of its faults told once, with the places that make it beside it.
"""

from __future__ import annotations

from designer.diagnostics import ERROR, WARNING, Diagnostic, Related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_PLACES = 5
"""How many places that make a stack are named beside a fault in it."""


def diagnostics_inside(makers: list[tuple[Diagnostic, dict[str, Any]]]) -> list[Diagnostic]:
    """The diagnostics in other files, sorted by file and place.

    `makers` are diagnostics at places that make a stack, each with its facts: `of_stack` the diagnostics of the stack's
    template, `path` the file of that, `name` what it is called at the place, `certain` whether it is surely made.
    """
    found: dict[tuple[Any, ...], Diagnostic] = {}
    for made, facts in makers:
        for each in facts["of_stack"]:
            file = each.file or facts["path"]
            severity = WARNING if facts.get("certain") is False and each.severity == ERROR else each.severity
            place = Related(f"`{facts['name']}` is made into a stack here.", made.start, made.end, made.file)
            known = found.get(key := (file, each.start, each.code, each.end, each.message))
            if known is None:
                beside = tuple(Related(other.message, other.start, other.end, other.file or facts["path"])
                               for other in each.related)
                found[key] = Diagnostic(each.code, each.name, severity, each.message, each.path, each.start, each.end,
                                        file, (*beside, place))
            else:
                if len(known.related) < MOST_PLACES:
                    known.related = (*known.related, place)
                if severity == ERROR:
                    known.severity = ERROR
    return [found[key] for key in sorted(found)]
