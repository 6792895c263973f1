"""`python -m designer` is `hot-designer`."""

from __future__ import annotations

import sys

from designer.cli import main

sys.exit(main())
