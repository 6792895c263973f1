"""Children of a flow collection that change places where comments stand among them."""

from __future__ import annotations

from designer.edit.change import FIRST
from designer.edit.place import leads, line_after, line_end, line_start, skip_blanks, skip_white
from designer.edit.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.edit.brackets import Brackets
    from designer.edit.change import Change
    from designer.edit.textual import Pen


def change_places(brackets: Brackets, change: Change, pen: Pen) -> None:
    """Put the children into their new order.

    Where each stands on a line of its own its comments go with it; else the comments stay where they are, and
    commas always do.
    """
    order = _order(brackets, change)
    if in_lines(brackets):
        spans = [line_of(brackets, at) for at in range(len(brackets))]
        last = len(brackets) - 1
        for at, child in enumerate(order):
            if at != child:
                pen.edits.replace(*spans[at], _with_comma(brackets, child, spans[child], at < last or _comma(
                    brackets, last) is not None))
        return
    for at, child in enumerate(order):
        if at != child:
            pen.edits.replace(brackets.start(at), brackets.end(at),
                              pen.text[brackets.start(child):brackets.end(child)])


def _order(brackets: Brackets, change: Change) -> list[int]:
    """The children in their new order."""
    order = list(range(len(brackets)))
    for insertion in change.insertions:
        source = brackets.index(insertion.source) if insertion.source is not None else None
        if source is None:
            raise Refused("there is nothing to move")
        order.remove(source)
        behind = brackets.index(insertion.after) if insertion.after is not FIRST else None  # type: ignore[arg-type]
        order.insert(0 if behind is None else order.index(behind) + 1, source)
    return order


def _comma(brackets: Brackets, at: int) -> int | None:
    """Where the comma behind a child stands; None where there is none."""
    comma = skip_white(brackets.text, brackets.end(at))
    return comma if brackets.text.startswith(",", comma) else None


def _has_line(brackets: Brackets, at: int) -> bool:
    """Whether nothing but a child, its comma and its comment stands on the lines it is on."""
    text = brackets.text
    end = brackets.end(at)
    comma = _comma(brackets, at)
    sign = skip_blanks(text, comma + 1 if comma is not None and "\n" not in text[end:comma] else end)
    return leads(text, brackets.start(at)) and (sign == line_end(text, sign) or text.startswith("#", sign))


def in_lines(brackets: Brackets) -> bool:
    """Whether each child stands on lines of its own, with its comma and its comments."""
    return all(_has_line(brackets, at) for at in range(len(brackets)))


def remove_lines(brackets: Brackets, removed: set[int], pen: Pen) -> None:
    """Take children out with their lines; what is the last then has no comma, if the last had none before."""
    last = max(at for at in range(len(brackets)) if at not in removed)
    for at in removed:
        start, end = line_of(brackets, at)
        pen.edits.delete(start, line_after(brackets.text, end))
    comma = _comma(brackets, last)
    if comma is not None and last < len(brackets) - 1 and _comma(brackets, len(brackets) - 1) is None:
        pen.edits.delete(comma, comma + 1)


def line_of(brackets: Brackets, at: int) -> tuple[int, int]:
    """From the comments above a child to the end of its line."""
    text = brackets.text
    start = line_start(text, brackets.start(at))
    bound = line_end(text, brackets.end(at - 1)) if at else line_end(text, brackets.open())
    while start > bound + 1:
        above = line_start(text, start - 1)
        if above <= bound or not text.startswith("#", skip_blanks(text, above)):
            break
        start = above
    return start, line_end(text, brackets.end(at))


def _with_comma(brackets: Brackets, at: int, span: tuple[int, int], wanted: bool) -> str:
    """The lines of a child with a comma behind it, or without one."""
    text = brackets.text
    start, stop = span
    end, comma = brackets.end(at), _comma(brackets, at)
    if comma is None or comma >= stop:
        return text[start:end] + ("," if wanted else "") + text[end:stop]
    return text[start:stop] if wanted else text[start:comma] + text[comma + 1:stop]
