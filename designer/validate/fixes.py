"""Quick fixes that many rules offer: put a name in another's place, take an entry out.

A fix keeps to the text around it: a quoted word stays quoted, a line that goes goes with its line break. A place
that a fix could damage gives None: anchors, merge keys and flow collections over several lines are for a person.
"""

from __future__ import annotations

from designer.diagnostics import Fix
from designer.syntax import Mapping, Node, Scalar
from designer.text import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Place
    from designer.syntax import Document

_PLAIN_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789-.:/")
_WORDS_WITH_A_MEANING = frozenset(("yes", "no", "true", "false", "on", "off", "null", "y", "n", "~"))


def replace_word(document: Document, place: Place, word: str, title: str | None = None) -> Fix | None:
    """The fix that writes `word` where a scalar on one line stands, in the same quotes; None where it cannot."""
    if not isinstance(place, Scalar) or place.style in ("|", ">"):
        return None
    start, end = place.start, place.end
    old = document.text[start:end]
    if not old or "\n" in old or "\r" in old or old[0] in "&*!":
        return None
    return Fix(title or f"Write `{word}`", [Edit(start, end, quoted(word, place.style))])


def quoted(word: str, style: str | None = None) -> str:
    """A string as YAML in a style: `'`, `"` or plain; quoted all the same where plain text would be read otherwise."""
    if style == "'":
        return "'" + word.replace("'", "''") + "'"
    plain = (word and all(sign in _PLAIN_SIGNS for sign in word) and not word[0].isdigit() and word[0] not in "-:."
             and word.lower() not in _WORDS_WITH_A_MEANING and not word.endswith(":"))
    if style != '"' and plain:
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def remove_entry(document: Document, key: Node, title: str) -> Fix | None:
    """The fix that takes a map's entry out, whole lines of a block map; None where it shares its lines with others."""
    mapping = key.parent
    if not isinstance(mapping, Mapping) or mapping.flow or len(mapping.entries) < 2:
        return None
    value = next((value for each, value in mapping.entries if each is key), None)
    if value is None:
        return None
    lines = document.lines
    first, column = lines.position(key.start)
    end = max(value.end, key.end)
    while end > key.end and document.text[end - 1] in " \t\r\n":
        end -= 1
    last, _ = lines.position(end)
    if lines.line(first)[:column - 1].strip() or lines.line(last)[end - lines.offset(last, 1):].strip(" \t:"):
        return None
    start = lines.offset(first, 1)
    behind = lines.offset(last + 1, 1) if last < len(lines) else len(document.text)
    return Fix(title, [Edit(start, behind, "")])


def nearest_fixes(document: Document, place: Place, suggestion: str | None) -> list[Fix]:
    """The one fix that writes the suggested name, or none."""
    fix = replace_word(document, place, suggestion) if suggestion else None
    return [fix] if fix is not None else []
