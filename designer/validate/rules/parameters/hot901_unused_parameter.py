"""A parameter is never used.

Nothing in the template reads it, so whatever value it gets changes nothing. It may be a remnant, or the sign
of a misspelt `get_param` elsewhere. Templates that share an interface keep such parameters on purpose.

Unused:

```yaml
parameters:
  flavor: {type: string}
resources:
  key:
    type: OS::Heat::RandomString
```

Source: advice of this program; Heat says nothing
"""

from __future__ import annotations

from designer.validate.fixes import remove_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics import Fix
    from designer.diagnostics.finding import Report
    from designer.syntax import Document, Scalar
    from designer.template import Parameter
    from designer.validate.view import View

SEVERITY = "info"


def check(parameter: Parameter, view: View, report: Report) -> None:
    """Report a parameter that no function names."""
    used = view.used
    if (parameter.name not in used.get("get_param", ()) and parameter.name not in used.get("Ref", ())
            and view.template.resources):
        report("HOT901", parameter.key, parameter=parameter.name)


def message(parameter: str, **_: object) -> str:
    return f"The parameter `{parameter}` is never used."


def fixes(document: Document, place: Scalar, **_: object) -> Iterator[Fix]:
    fix = remove_entry(document, place, "Remove the parameter")
    if fix is not None:
        yield fix
