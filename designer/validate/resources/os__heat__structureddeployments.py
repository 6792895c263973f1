"""OS::Heat::StructuredDeployments: its servers are named by texts."""

from __future__ import annotations

from designer.validate.resources.deployment_groups import check

__all__ = ["check"]
