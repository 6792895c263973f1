"""Hot Designer's library: OpenStack Heat templates read, judged, drawn and edited.

    import designer

    analysis = designer.analyse(text)
    for diagnostic in analysis.diagnostics: ...

Nothing here knows of a web page, a database or a network.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.analysis import Analysis, analyse
    from designer.errors import DesignerError

__all__ = ["Analysis", "DesignerError", "analyse"]


def __getattr__(name: str) -> Any:
    # The command line imports rooms one by one: importing the package must load none of them.
    if name in ("analyse", "Analysis"):
        from designer import analysis

        return getattr(analysis, name)
    if name == "DesignerError":
        from designer.errors import DesignerError

        return DesignerError
    raise AttributeError(name)
