"""OS::Octavia::Quota: at least one quota must be set."""

from __future__ import annotations

from designer.validate.resources.quota import check

__all__ = ["check"]
