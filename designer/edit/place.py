"""Lines of a text around an offset, and where a node really ends."""

from __future__ import annotations

from designer.syntax.nodes import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.syntax import Node


def line_start(text: str, at: int) -> int:
    """The offset at which the line of an offset begins; a line break belongs to the line that it ends."""
    if at and text.startswith("\n", at) and text[at - 1] == "\r":
        at -= 1
    start = text.rfind("\n", 0, at) + 1
    return max(text.rfind("\r", start, at) + 1, start)


def line_end(text: str, at: int) -> int:
    """The offset of the line break that ends the line of an offset, the text's end where there is none."""
    end = text.find("\n", at)
    if end < 0:
        end = len(text)
    other = text.find("\r", at, end)
    return other if other >= 0 else end


def line_after(text: str, at: int) -> int:
    """The offset at which the next line begins, the text's end where there is none."""
    end = line_end(text, at)
    if text.startswith("\r\n", end):
        return end + 2
    return min(end + 1, len(text))


def column(text: str, at: int) -> int:
    """How many signs stand before an offset on its line."""
    return at - line_start(text, at)


def leads(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before an offset on its line."""
    return not text[line_start(text, at):at].strip(" \t")


def skip_blanks(text: str, at: int) -> int:
    """The offset of the first sign at or behind an offset that is no space or tab."""
    while text[at:at + 1] in (" ", "\t"):
        at += 1
    return at


def skip_white(text: str, at: int) -> int:
    """The offset of the first sign at or behind an offset that is no blank and no line break."""
    size = len(text)
    while at < size and text[at] in " \t\r\n":
        at += 1
    return at


def newline_at(text: str, at: int) -> str:
    """The line break in use at an offset: that of its line, or of the line before where the text ends there."""
    end = line_end(text, at)
    if end == len(text):
        end = line_start(text, at) - 1
        if end < 0:
            return "\n"
        if text[end - 1:end + 1] == "\r\n":
            return "\r\n"
        return text[end]
    return "\r\n" if text.startswith("\r\n", end) else text[end]


def behind_properties(text: str, at: int, end: int) -> int:
    """The offset behind the anchor and tag that a node may begin with."""
    while at < end and text[at] in "&!":
        while at < end and text[at] not in " \t\r\n":
            at += 1
        at = skip_blanks(text, at)
    return at


def is_alias(text: str, node: Node) -> bool:
    """Whether a node is written as an alias of another."""
    return text.startswith("*", node.start)


def keeps_breaks(text: str, node: Scalar) -> bool:
    """Whether a block scalar keeps the blank lines behind it."""
    at = behind_properties(text, node.start, node.end)
    return "+" in text[at:at + 3].partition("\n")[0]


def last_scalar(text: str, node: Node) -> Node:
    """The node that ends a block collection: its last scalar, alias or flow collection; itself where it is none."""
    while node.__class__ is not Scalar and not is_alias(text, node):
        children = [value for _, value in node.entries[-1:]] if isinstance(node, Mapping) else (
            node.items[-1:] if isinstance(node, Sequence) else [])
        if getattr(node, "flow", True) or not children or children[0].end != node.end:
            break
        node = children[0]
    return node


def content_end(text: str, node: Node) -> int:
    """The offset behind the last sign of a node, without the blank lines behind a block scalar."""
    last = last_scalar(text, node)
    if last.__class__ is not Scalar or last.style not in ("|", ">") or is_alias(text, last):
        return last.end
    end = last.end
    if keeps_breaks(text, last):
        if text.startswith("\n", end - 1):
            end -= 1
        return end - 1 if text.startswith("\r", end - 1) else end
    while end > last.start and text[end - 1] in " \t\r\n":
        end -= 1
    end = line_end(text, end)
    return _behind_blanks(text, last, end) if str(last.value).rstrip("\n")[-1:] in (" ", "\t") else end


def _behind_blanks(text: str, node: Scalar, at: int) -> int:
    """The offset behind the last of the lines from an offset on that a block scalar holds as blanks, which are more of
    them than its lines are indented by.
    """
    words = str(node.value).lstrip("\n")
    first = line_after(text, node.start)
    while not text[first:line_end(text, first)].strip(" ") and first < at:
        first = line_after(text, first)
    indent = skip_spaces(text, first) - first - (len(words) - len(words.lstrip(" ")))
    end = at
    while at < node.end and (at := line_after(text, at)) < node.end:
        stop = line_end(text, at)
        if text[at:stop].strip(" \t"):
            break
        if stop - at > indent:
            end = stop
        at = stop
    return end


def skip_spaces(text: str, at: int) -> int:
    """The offset of the first sign at or behind an offset that is no space."""
    while text[at:at + 1] == " ":
        at += 1
    return at
