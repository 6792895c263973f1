"""The names that stand in a text for what is put in: where they are, and which ones nothing is put in for yet."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

REPLACING: dict[tuple[str | int, str | int], str | int] = {
    ("str_replace", "params"): "template", ("str_replace_strict", "params"): "template",
    ("str_replace_vstrict", "params"): "template", ("repeat", "for_each"): "template", ("Fn::Replace", 0): 1}
"""The function and its argument that holds the names, and the argument that has them in its text."""
_STYLES = tuple(map(re.compile, (
    r"\$\{[A-Za-z_]\w*\}", r"\$[A-Za-z_]\w*", r"<%\w+%>", r"(?<!<)%[A-Za-z_]\w*%(?!>)", r"__[A-Za-z]\w*?__")))
_MOST = 12


def parted(text: str, keys: Collection[str]) -> list[tuple[str, bool]]:
    """A text as what is said and what is replaced (True), as Heat finds it: the longest keys first."""
    found = [(text, False)]
    for key in sorted(filter(None, keys), key=lambda each: (-len(each), each)):
        divided: list[tuple[str, bool]] = []
        for words, replaced in found:
            if replaced:
                divided.append((words, True))
                continue
            for at, piece in enumerate(words.split(key)):
                divided += [(key, True)] * bool(at) + [(piece, False)] * bool(piece)
        found = divided
    return found


def unnamed(text: str, keys: Collection[str]) -> list[str]:
    """The words of a text that look like names, in the way in which the keys do, and that are none of them yet."""
    styles = [style for style in _STYLES if any(style.fullmatch(key) for key in keys)] if keys else _STYLES
    found: dict[str, None] = {}
    for words, replaced in parted(text, keys):
        rest = "" if replaced else words
        for style in styles:
            found.update(dict.fromkeys(style.findall(rest)))
            rest = style.sub(" ", rest)
    return list(found)[:_MOST]
