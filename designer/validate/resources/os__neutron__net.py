"""OS::Neutron::Net: what may not stand in its extra values."""

from __future__ import annotations

from designer.validate.resources.value_specs import check

__all__ = ["check"]
