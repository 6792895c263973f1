"""What an editor asks about a place: completions, hover, the facts of a resource. Plain data, ready for any page.

    complete(analysis, offset)          what could stand at the cursor; works on half-typed text too
    hover(analysis, offset)             the facts about what stands there
    resource_form(analysis, name)       a resource as fields at every depth, each with what is wrong with it
    entry_form(analysis, section, name) a parameter, parameter group, condition or output as fields
    template_form(analysis)             the template itself: version, entries by section, figures
    offers(analysis, path)              what a field may be given by, the best first
    inspect_versions(analysis)          the version that the template needs, and what another would break
    outline(analysis)                   the template's parts as a tree
    severities(analysis)                what the outline tells of resources that something is wrong with
"""

from __future__ import annotations

from designer.assist.complete import complete
from designer.assist.form_entries import entry_form, template_form
from designer.assist.form_offers import offers
from designer.assist.form_resource import resource_form
from designer.assist.hover import hover
from designer.assist.outline import outline, severities
from designer.assist.versions import inspect_versions

__all__ = ["complete", "entry_form", "hover", "inspect_versions", "offers", "outline", "resource_form", "severities",
           "template_form"]
