"""What the application can be told, and what it takes where it is told nothing."""

from __future__ import annotations

import os
from typing import Any

MEGABYTE = 1024 * 1024

DEFAULTS: dict[str, Any] = {
    # The git repository that commits go to; None: the pages offer no commit.
    "REPOSITORY": None,
    # The address of the database of stored templates, such as sqlite:////var/lib/hot-designer/templates.sqlite;
    # None: a file that goes with the process.
    "DATABASE": None,
    # Pages that hear of changes as they happen, at once; each takes a thread of the server. Others look now and then.
    "LISTENERS": 24,
    # Host names that a request may name; None: any. A server on the loopback address sets its own names,
    # so that a page elsewhere cannot reach it under a name that it made point here.
    "ALLOWED_HOSTS": None,
    # A template's largest size in bytes. A request may be a little larger: a form has its own lines.
    "MAX_TEMPLATE_BYTES": 4 * MEGABYTE,
    "MAX_CONTENT_LENGTH": 4 * MEGABYTE + 256 * 1024,
    "MAX_FORM_MEMORY_SIZE": 4 * MEGABYTE + 256 * 1024,
    "MAX_FORM_PARTS": 50,
    # Texts that are kept so that fragments, exports and links can name them: bytes altogether.
    "KEPT_TEXT_BYTES": 96 * MEGABYTE,
    # Texts whose analysis is kept: bytes of text altogether (an analysis takes some fifty times its text).
    "KEPT_ANALYSIS_BYTES": 6 * MEGABYTE,
    # Analyses and drawings under way at once, and the seconds that a further one waits for its turn.
    "WORKERS": max(2, os.cpu_count() or 2),
    "WAIT_SECONDS": 10.0,
    # Graphs above this size are drawn after the page has been shown.
    "DRAW_LATER_ABOVE": 1200,
    # Read styles and scripts again for every page: for whoever works on them.
    "RELOAD_ASSETS": False,
}
