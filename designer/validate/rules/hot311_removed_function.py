"""A function is no longer in this version of HOT.

The functions that HOT took over from CloudFormation in 2013-05-23 went with 2014-10-16, and `Fn::Select` with
2015-10-15. Heat knows their names and refuses them.

Bad:

```yaml
value: {'Fn::Join': [',', [a, b]]}
```

Good:

```yaml
value: {list_join: [',', [a, b]]}
```

Source: heat.engine.hot.functions.Removed
"""

from __future__ import annotations

SEVERITY = "error"


INSTEAD = {
    "Fn::GetAZs": "",
    "Fn::Join": "list_join",
    "Fn::Split": "str_split",
    "Fn::Replace": "str_replace",
    "Fn::Base64": "the text itself",
    "Fn::MemberListToMap": "",
    "Fn::ResourceFacade": "resource_facade",
    "Fn::Select": "a path behind get_param or get_attr",
    "Ref": "get_resource or get_param",
}


def message(function: str, version: str, **_: object) -> str:
    instead = INSTEAD.get(function)
    hint = f" Use {instead} instead." if instead else ""
    return f"`{function}` is not in version {version} of HOT any more.{hint}"
