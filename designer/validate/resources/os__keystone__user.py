"""OS::Keystone::User: where its roles are given."""

from __future__ import annotations

from designer.validate.resources.role_assignments import check

__all__ = ["check"]
