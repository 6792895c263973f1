"""What an editor asks about a place: completions, hover, the facts of a resource. Plain data, ready for any page.

    complete(analysis, offset)          what could stand at the cursor; works on half-typed text too
    hover(analysis, offset)             the facts about what stands there
    inspect_resource(analysis, name)    every property of its type, with values, and what a change of it does
    inspect_template(analysis)          version, parameters, conditions, outputs, figures
    inspect_versions(analysis)          the version that the template needs, and what another would break
    outline(analysis)                   the template's parts as a tree
"""

from __future__ import annotations

from designer.assist.complete import complete
from designer.assist.hover import hover
from designer.assist.inspect import inspect_resource, inspect_template
from designer.assist.outline import outline
from designer.assist.versions import inspect_versions

__all__ = ["complete", "hover", "inspect_resource", "inspect_template", "inspect_versions", "outline"]
