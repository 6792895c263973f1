"""A file that the template names cannot be read.

`get_file`, and a `type` that ends in `.yaml` or `.template`, name files beside the template. Heat's client
reads them before anything is sent; when one is missing, too large or no text, the template never reaches
Heat. The name is relative to the folder of the template. Files outside the folder that the check was given
are never opened.

Bad, when there is no such file:

```yaml
user_data: {get_file: scripts/instal.sh}
```

Good:

```yaml
user_data: {get_file: scripts/install.sh}
```

Source: heatclient.common.template_utils
"""

from __future__ import annotations

SEVERITY = "error"


def message(name: str, problem: str, **_: object) -> str:
    why = {"missing": "there is no such file beside the template",
           "outside": "it lies outside the folder that may be read",
           "large": "it is larger than what is read",
           "binary": "it is not UTF-8 text"}.get(problem, problem)
    return f"The file `{name}` cannot be used: {why}."
