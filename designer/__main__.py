"""`python -m designer` is `hot-designer`."""

from __future__ import annotations

from designer.cli import start

start()
