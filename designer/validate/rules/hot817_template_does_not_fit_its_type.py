"""A template that stands for one of Heat's types does not look like that type from outside.

An environment may map one of Heat's own types to a template. Then each required property of the type must be
a parameter of the template, one that is there must be of the same kind, a parameter of the template that the type has
no property for needs a default, and each attribute of the type must be an output. A property that takes anything at
all cannot be a parameter.

Bad, with `OS::Heat::RandomString: words.yaml` in the registry, when `words.yaml` has no output `value`:

```yaml
resources:
  words:
    type: OS::Heat::RandomString
```

Good, in `words.yaml`:

```yaml
outputs:
  value: {value: {get_attr: [inner, value]}}
```

Source: heat.engine.resources.template_resource (TemplateResource._validate_against_facade)
"""

from __future__ import annotations

SEVERITY = "error"


def message(type: str, template: str, how: str, item: str, wanted: str = "", **_: object) -> str:
    kind = f" of type {wanted}" if wanted else ""
    words = {
        "property": f"the type requires the property `{item}`, so the template needs a parameter `{item}`{kind}",
        "type": f"its parameter `{item}` must be{kind}, as the property is",
        "any": f"the property `{item}` takes anything, which no parameter `{item}` can",
        "required": f"its parameter `{item}` needs a default, since the type has no such property",
        "attribute": f"it needs an output `{item}`, since the type has that attribute",
    }
    return f"`{template}` cannot stand for {type}: {words[how]}."
