"""Diagnostics: what is wrong, where, why, and what would mend it."""

from __future__ import annotations

from designer.diagnostics.finding import Finding
from designer.diagnostics.model import ERROR, INFO, SEVERITIES, WARNING, Diagnostic, Fix, Related

__all__ = ["ERROR", "INFO", "SEVERITIES", "WARNING", "Diagnostic", "Finding", "Fix", "Related"]
