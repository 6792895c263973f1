"""OS::Barbican::RSAContainer: its secrets must differ."""

from __future__ import annotations

from designer.validate.resources.containers import check

__all__ = ["check"]
