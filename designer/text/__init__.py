"""Offsets, lines, ranges and edits of a text.

Offsets count code points from 0 into the text as it was given; ranges are half-open.
Only the edges (command line, web, editor) turn them into lines and columns.
"""

from __future__ import annotations

from designer.text.edits import Edit, apply_edits
from designer.text.lines import LineIndex
from designer.text.ranges import Range

__all__ = ["Edit", "LineIndex", "Range", "apply_edits"]
