"""The template is written for a very old version of HOT.

Every Heat in use reads all versions, so this is advice: the two oldest lack most functions (`digest`,
`repeat`, `str_split`, `map_merge`, `if`, `yaql` and more) and conditions. A newer version refuses nothing in
a template that does not use the functions beginning with `Fn::`, but `str_replace` and `get_attr` may then
see maps where they saw text.

Old:

```yaml
heat_template_version: 2013-05-23
```

New:

```yaml
heat_template_version: 2018-08-31
```

Source: heat.engine.hot.template
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report
    from designer.validate.view import View

SEVERITY = "info"


def check(view: View, report: Report) -> None:
    """Report a version before 2015-04-30."""
    version, node = view.template.version, view.template.version_node
    if version is not None and version < "2015-04-30" and node is not None:  # a version may be tried that none states
        report("HOT904", node, version=version)


def message(version: str, **_: object) -> str:
    return f"The version {version} is one of the two oldest, without conditions and most functions."
