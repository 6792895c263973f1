"""A HOT template as its parts: version, parameters, conditions, resources, outputs.

    template = build_template(read(text))
    template.resources["server"].type      # "OS::Nova::Server"
"""

from __future__ import annotations

from designer.template.build import build_template
from designer.template.model import Condition, Output, Parameter, Resource, Template
from designer.template.versions import LATEST, VERSIONS, resolve_version, version_since

__all__ = ["LATEST", "VERSIONS", "Condition", "Output", "Parameter", "Resource", "Template", "build_template",
           "resolve_version", "version_since"]
