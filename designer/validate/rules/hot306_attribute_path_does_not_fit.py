"""A path cannot lead into an attribute of this type.

The step behind an attribute must fit what the attribute is: a number for a list, a key for a map. Heat yields nothing
at all where it does not fit, and says nothing. A number in quotes is no number.

Bad:

```yaml
address: {get_attr: [port, fixed_ips, '0', ip_address]}
```

Good:

```yaml
address: {get_attr: [port, fixed_ips, 0, ip_address]}
```

Source: heat.engine.attributes.select_from_attribute
"""

from __future__ import annotations

SEVERITY = "warning"


def message(resource: str, attribute: str, kind: str, step: object, **_: object) -> str:
    what = {"list": "a list: it is indexed by numbers", "map": "a map: it has keys that are texts",
            "string": "a text"}.get(kind, f"of type {kind}: it has no parts")
    return f"Attribute `{attribute}` of `{resource}` is {what}, so `{step}` leads to nothing."
