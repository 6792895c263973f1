"""OS::Magnum::BayModel: as a cluster template."""

from __future__ import annotations

from designer.validate.resources.os__magnum__clustertemplate import check

__all__ = ["check"]
