"""Where the pages' templates and static files are: at the top of a checkout, or inside an installed wheel."""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))


def _find(folder: str) -> str:
    """The absolute path of ``folder``; the wheel carries it in ``web/``, a checkout beside ``web/``."""
    checkout = os.path.join(os.path.dirname(_HERE), folder)
    # Only a checkout has pyproject.toml there: site-packages may hold another project's `templates`.
    if os.path.isfile(os.path.join(os.path.dirname(_HERE), "pyproject.toml")):
        return checkout
    return os.path.join(_HERE, folder)


TEMPLATES: str = _find("templates")
STATIC: str = _find("static")
EXAMPLES: str = os.path.join(_HERE, "examples")


def missing_assets() -> list[str]:
    """The built files that the pages need and that are not there: none once ``make assets`` has run."""
    wanted = ("htmx.js", "idiomorph.js", "codemirror.js")
    return [name for name in wanted if not os.path.isfile(os.path.join(STATIC, "vendor", name))]
