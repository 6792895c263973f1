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
_WORDS = {"string": "text"}


def message(resource: str, attribute: str, kind: str, step: object, length: int | None = None, **_: object) -> str:
    if length is not None and isinstance(step, int) is (kind != "map"):
        what = "a map without this key" if kind == "map" else f"a {_WORDS.get(kind, kind)} of length {length}"
        return f"Attribute `{attribute}` of `{resource}` holds {what} there, so `{step}` leads to nothing."
    what = {"list": "a list: it is indexed by numbers", "map": "a map: it has keys that are texts",
            "string": "a text"}.get(kind, f"of type {kind}: it has no parts")
    return f"Attribute `{attribute}` of `{resource}` is {what}, so `{step}` leads to nothing."
