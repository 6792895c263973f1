"""Diagnostics for people and for programs: one file a format.

    part = find_format("text").part(result)        # what one file amounts to, in the process that analysed it
    find_format("text").whole([part, ...], counts) # what is printed

A format's file has `part(result) -> Any`, made of plain values so that it can travel between processes, and
`whole(parts, counts) -> str`.
"""

from __future__ import annotations

from designer.report.result import Counts, Result, find_format, format_names

__all__ = ["Counts", "Result", "find_format", "format_names"]
