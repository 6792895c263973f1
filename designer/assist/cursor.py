"""Where a cursor stands, told from the lines alone: a template that is being typed is seldom whole YAML."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.text import LineIndex

_DASHES = re.compile(r"[ ]*(?:-[ ]+|-$)")
_KEY = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>'"%@`{}\[\],-][^#{}\[\],]*?|-[^\s:]+)\s*:(?=\s|$)""")
_BLOCK = re.compile(r":\s*(?:![^\s]*\s+)?[|>][-+0-9]*\s*(?:#.*)?$")
_FARTHEST = 5_000


class Cursor:
    """A place between characters.

    `path` leads to it from the root, list indexes counted as 0; `word` is what has been typed of a word and `start`
    where it begins; `at_key` whether a key would stand here; `siblings` are keys already in the same map;
    `items` what stands before in the same flow list; `literal` whether it is inside a block of text.
    """

    __slots__ = ("path", "word", "start", "end", "at_key", "flow", "items", "literal", "line", "indent")

    def __init__(self) -> None:
        self.path: list[str | int] = []
        self.word = ""
        self.start = 0
        self.end = 0
        self.at_key = True
        self.flow = False
        self.items: list[str] = []
        self.literal = False
        self.line = 1
        self.indent = 0


class _Token:
    __slots__ = ("column", "key", "after")

    def __init__(self, column: int, key: str | None, after: int) -> None:
        self.column = column
        self.key = key
        self.after = after


def locate(lines: LineIndex, offset: int) -> Cursor:
    """The cursor at an offset of a text."""
    cursor = Cursor()
    number, column = lines.position(offset)
    line = lines.line(number)
    before = line[:column - 1]
    cursor.line = number
    tokens = _tokens(before)
    last = tokens[-1] if tokens else None
    rest_at = last.after if last is not None else len(before) - len(before.lstrip(" "))
    rest = before[rest_at:].lstrip(" ")
    keyed = last is not None and last.key is not None
    limit = tokens[0].column if tokens else rest_at
    cursor.indent = rest_at if not keyed else last.column  # type: ignore[union-attr]
    ancestors = _ancestors(lines, number, limit, bool(tokens) and tokens[0].key is None, cursor)
    cursor.path = [*ancestors, *(token.key if token.key is not None else 0 for token in tokens)]
    cursor.at_key = not keyed
    flow_path = _flow(rest, cursor)
    cursor.path += flow_path
    word = re.search(r"[^\s\[\]{},\"']*$", rest)
    cursor.word = word.group() if word else ""
    cursor.start = offset - len(cursor.word)
    tail = re.match(r"[\w:.\-]*", line[column - 1:])
    cursor.end = offset + (len(tail.group()) if tail else 0)
    return cursor


def _tokens(line: str) -> list[_Token]:
    """The dashes and the key that a line begins with, each with its column."""
    tokens: list[_Token] = []
    at = 0
    while True:
        match = _DASHES.match(line, at)
        if match is None:
            break
        tokens.append(_Token(match.group().index("-") + at, None, match.end()))
        at = match.end()
    stripped = len(line) - len(line[at:].lstrip(" "))
    match = _KEY.match(line, stripped)
    if match is not None:
        tokens.append(_Token(stripped, match.group("key").strip("\"' "), match.end()))
    return tokens


def _ancestors(lines: LineIndex, number: int, limit: int, dashed: bool, cursor: Cursor) -> list[str | int]:
    path: list[str | int] = []
    number -= 1
    looked = 0
    while number >= 1 and limit >= 0 and looked < _FARTHEST:
        line = lines.line(number)
        number -= 1
        looked += 1
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent > limit or (indent == limit and not dashed):
            continue
        for token in reversed(_tokens(line)):
            if token.column < limit or (dashed and token.key is not None and token.column <= limit):
                if token.key is not None and _BLOCK.search(line):
                    cursor.literal = True
                path.append(token.key if token.key is not None else 0)
                limit = token.column
                dashed = token.key is None
        if limit == 0:
            break
    path.reverse()
    return path


def _flow(text: str, cursor: Cursor) -> list[str | int]:
    """The steps that open brackets on the line add, such as `get_attr` and 1 for `{get_attr: [server, `."""
    steps: list[str | int] = []
    kinds: list[str] = []
    items: list[list[str]] = []
    word = ""
    quote = ""
    for character in text:
        if quote:
            if character == quote:
                quote = ""
            else:
                word += character
            continue
        if character in "\"'" and not word.strip():
            quote = character
        elif character in "{[":
            kinds.append(character)
            items.append([])
            steps.append("" if character == "{" else 0)
            word = ""
        elif character in "}]" and kinds:
            kinds.pop()
            items.pop()
            steps.pop()
            word = ""
        elif character == "," and kinds:
            items[-1].append(word.strip())
            steps[-1] = "" if kinds[-1] == "{" else len(items[-1])
            word = ""
        elif character == ":" and kinds and kinds[-1] == "{" and steps[-1] == "":
            steps[-1] = word.strip()
            word = ""
        else:
            word += character
    if kinds:
        cursor.flow = True
        cursor.at_key = kinds[-1] == "{" and steps[-1] == ""
        cursor.items = items[-1]
    return [step for step in steps if step != ""]
