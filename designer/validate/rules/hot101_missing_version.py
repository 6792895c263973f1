"""The template does not say its version.

`heat_template_version` makes a file a HOT template and decides which functions, sections and keywords it may
use. Heat takes its value only as a text: a date such as `2018-08-31`, or since newton the name of a release.
A number, an empty value or a map there counts as none.

Bad:

```yaml
resources:
  key:
    type: OS::Heat::RandomString
```

Good:

```yaml
heat_template_version: 2021-04-16
resources:
  key:
    type: OS::Heat::RandomString
```

Source: heat.common.template_format (parse), heat.engine.template (get_version)
"""

from __future__ import annotations

from designer.diagnostics import Fix
from designer.syntax.document import JSON
from designer.template import LATEST
from designer.text import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.diagnostics.finding import Place
    from designer.syntax import Document

SEVERITY = "error"


def message(looks_like: str | None = None, found: str | None = None, **_: object) -> str:
    if looks_like == "environment":
        return ("There is no `heat_template_version`: this looks like an environment file, which is given along with a "
                "template (`-e`).")
    if found is not None:
        return f"`heat_template_version` must be a text such as `{LATEST}`, and this is {found}."
    return f"There is no `heat_template_version`. The newest is `{LATEST}`."


def fixes(document: Document, place: Place, looks_like: str | None = None, found: str | None = None,
          **_: object) -> Iterator[Fix]:
    root = document.root
    if looks_like is None and found is None and document.format != JSON and root is not None and not root.flow:  # type: ignore[attr-defined]
        newline = "\r\n" if "\r\n" in document.text else "\n"
        yield Fix(f"Add `heat_template_version: {LATEST}`",
                  [Edit(root.start, root.start, f"heat_template_version: {LATEST}{newline}")])
