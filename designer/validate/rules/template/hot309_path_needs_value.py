"""Heat cannot check an attribute as long as a parameter in its path has no value.

`get_attr` may take a part of its path from a parameter. While the parameter has neither a value nor a default, Heat
cannot tell which attributes of the resource are asked for, and its `template-validate` refuses the attribute as if it
did not exist. Another reference to the same attribute, without such a path, makes it known. A stack can be created
all the same, since then the parameter has a value: give one, or a default, and this is gone.

Refused while `network` has no value:

```yaml
parameters:
  network: {type: string}
# ...
address: {get_attr: [server, networks, {get_param: network}, 0]}
```

Accepted:

```yaml
parameters:
  network: {type: string, default: private}
# ...
address: {get_attr: [server, networks, {get_param: network}, 0]}
```

Source: heat.engine.hot.functions (GetAttThenSelect.all_dep_attrs), heat.engine.stk_defn.ResourceProxy
"""

from __future__ import annotations

from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics.finding import Report
    from designer.functions import Reference
    from designer.validate.view import View

SEVERITY = "error"
WHOLE_PATH_SINCE = "2014-10-16"


def check(view: View, report: Report) -> None:
    """Report attributes that no reference names with a path that Heat can tell."""
    uses = view.evaluation.known_uses
    if view.version < WHOLE_PATH_SINCE or (uses is not None and not uses.unsure):
        return
    doubtful = [(reference, references) for references in _references(view) for reference in references
                if reference.kind == "get_attr" and None in reference.steps]
    if not doubtful:
        return
    known = {(reference.target, reference.steps[0]) for references in _references(view) for reference in references
             if reference.kind == "get_attr" and reference.steps and not _missing(reference, references, view)}
    for reference, others in doubtful:
        parameter = _missing(reference, others, view)
        attribute = reference.steps[0]
        if parameter and attribute is not None and (reference.target, attribute) not in known:
            report("HOT309", reference.call or reference.place, parameter=parameter, attribute=attribute,
                   resource=reference.target, certain=reference.enabled is True)


def _references(view: View) -> Iterator[list[Reference]]:
    for resource in view.evaluation.resources.values():
        if resource.enabled is True:
            yield resource.references
    for output in view.evaluation.outputs.values():
        if output.enabled is True:
            yield output.references


def _missing(reference: Reference, others: list[Reference], view: View) -> str | None:
    """The parameter without a value that a path is taken from, None where there is none."""
    call = reference.call
    if None not in reference.steps or call is None:
        return None
    for other in others:
        if other.kind == "get_param" and call.start <= other.place.start and other.place.end <= call.end:
            value = view.evaluation.parameters.get(other.target)
            if value.__class__ is Placeholder and not other.target.startswith("OS::"):
                return other.target
    return None


def message(parameter: str, attribute: str, resource: str, **_: object) -> str:
    return (f"Heat's template-validate refuses `{attribute}` of `{resource}` as long as the parameter `{parameter}` in "
            "its path has no value.")
