"""The template is larger than Heat allows by default.

Unless its operator chose another `max_template_size`, Heat refuses a template whose content takes more than
524,288 characters; comments and blank lines do not count. Scripts can be moved into files (`get_file`),
repeated resources into a group or a nested template, which are measured for themselves.

Too large: a template of 3,000 resources with a script in each.

Source: heat.common.template_format (validate_template_limit), heat.api.openstack.v1.stacks
"""

from __future__ import annotations

SEVERITY = "warning"


def message(size: int, limit: int, **_: object) -> str:
    return (f"The template's content takes about {size:,} characters; Heat allows {limit:,} unless its operator chose "
            "otherwise.")
