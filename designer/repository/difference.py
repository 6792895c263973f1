"""The unified difference of two versions of a file, as text that `git apply` takes and as hunks for a page."""

from __future__ import annotations

import difflib

CONTEXT = 3


class Hunk:
    """A stretch of lines around changes.

    `lines` are pairs of a sign and the line without its line break; the sign is " " for a line of both versions,
    "-" for one of the old, "+" for one of the new, and "\\" for the remark that the line before has no line break.
    Starts count from 1.
    """

    __slots__ = ("old_start", "old_count", "new_start", "new_count", "lines")

    def __init__(self, old_start: int, old_count: int, new_start: int, new_count: int,
                 lines: tuple[tuple[str, str], ...]) -> None:
        self.old_start = old_start
        self.old_count = old_count
        self.new_start = new_start
        self.new_count = new_count
        self.lines = lines

    @property
    def header(self) -> str:
        """The line that introduces the hunk in a unified difference."""
        return f"@@ -{_span(self.old_start, self.old_count)} +{_span(self.new_start, self.new_count)} @@"


class Difference:
    """What changes from one version of a file to another; `hunks` is empty where nothing does.

    `text` is the unified difference of `git diff`; `added` and `removed` count lines.
    """

    __slots__ = ("path", "new_file", "hunks", "text", "added", "removed")

    def __init__(self, path: str, new_file: bool, hunks: tuple[Hunk, ...], text: str) -> None:
        self.path = path
        self.new_file = new_file
        self.hunks = hunks
        self.text = text
        self.added = sum(sign == "+" for hunk in hunks for sign, _ in hunk.lines)
        self.removed = sum(sign == "-" for hunk in hunks for sign, _ in hunk.lines)


def compare(old: bytes | None, new: bytes, path: str, mode: int = 0o100644) -> Difference:
    """The difference from `old` (None: there was no such file) to `new`; bytes that are not UTF-8 show as U+FFFD."""
    before, before_ends = _lines(old or b"")
    after, after_ends = _lines(new)
    if not before_ends:
        before[-1] += "\n"  # so that a last line without a line break differs from the same line with one
    if not after_ends:
        after[-1] += "\n"
    hunks = tuple(_hunks(before, after))
    changed = bool(hunks) or old is None
    head = _head(path, old is None, mode, bool(hunks)) if changed else []
    body = [line for hunk in hunks for line in (hunk.header, *(sign + text for sign, text in hunk.lines))]
    text = "\n".join([*head, *body]) + "\n" if changed else ""
    return Difference(path, old is None, hunks, text)


def _lines(data: bytes) -> tuple[list[str], bool]:
    """The lines without their line feeds, and whether the last one has one; a carriage return belongs to its line."""
    text = data.decode("utf-8", "replace")
    lines = text.split("\n")
    ends = lines[-1] == ""
    if ends:
        lines.pop()
    return lines, ends


def _hunks(before: list[str], after: list[str]) -> list[Hunk]:
    # What is the same at both ends is taken off first: difflib's time grows with what it is given, not with the change.
    first = 0
    shorter = min(len(before), len(after))
    while first < shorter and before[first] == after[first]:
        first += 1
    last = 0
    while last < shorter - first and before[-1 - last] == after[-1 - last]:
        last += 1
    if first == len(before) == len(after):
        return []
    lead, trail = min(first, CONTEXT), min(last, CONTEXT)
    low = first - lead
    old = before[low: len(before) - last + trail]
    new = after[low: len(after) - last + trail]
    found = []
    for group in difflib.SequenceMatcher(None, old, new).get_grouped_opcodes(CONTEXT):
        lines: list[tuple[str, str]] = []
        for kind, i1, i2, j1, j2 in group:
            if kind == "equal":
                _add(lines, " ", old[i1:i2])
            else:
                _add(lines, "-", old[i1:i2])
                _add(lines, "+", new[j1:j2])
        old_first, old_end, new_first, new_end = group[0][1], group[-1][2], group[0][3], group[-1][4]
        found.append(Hunk(low + old_first + 1, old_end - old_first, low + new_first + 1, new_end - new_first,
                          tuple(lines)))
    return found


def _add(lines: list[tuple[str, str]], sign: str, texts: list[str]) -> None:
    for text in texts:
        if text.endswith("\n"):
            lines.append((sign, text[:-1]))
            lines.append(("\\", " No newline at end of file"))
        else:
            lines.append((sign, text))


def _head(path: str, new_file: bool, mode: int, hunks: bool) -> list[str]:
    old_name, new_name = _quoted("a/" + path), _quoted("b/" + path)
    head = [f"diff --git {old_name} {new_name}"]
    if new_file:
        head.append(f"new file mode {mode:06o}")
        if not hunks:
            head.append("index 0000000..e69de29")  # an empty new file: git's name of no content
    if hunks:
        head += [f"--- {'/dev/null' if new_file else _tabbed(old_name)}", f"+++ {_tabbed(new_name)}"]
    return head


def _quoted(name: str) -> str:
    """A path as git writes it: in quotes, with bytes in octal, where it holds more than plain characters."""
    if name.isascii() and '"' not in name:
        return name
    return '"' + "".join("\\" + chr(b) if b in b'"\\' else chr(b) if b < 0x80 else f"\\{b:03o}"
                         for b in name.encode()) + '"'


def _tabbed(name: str) -> str:
    # A tab ends a name that holds a space, as git and patch expect.
    return name + "\t" if " " in name and not name.startswith('"') else name


def _span(start: int, count: int) -> str:
    if count == 1:
        return str(start)
    return f"{start - 1 if count == 0 else start},{count}"
