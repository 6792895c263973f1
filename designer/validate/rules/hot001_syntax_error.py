"""The text is not YAML, or not JSON.

Heat reads a template as JSON first and as YAML where that fails. What neither can read never reaches the
engine: the client stops with the first fault, and nothing else in the template can be looked at until it is
mended. The usual causes are an indentation that is off by a blank, a tab, a missing blank behind a colon, a
quote or bracket that is never closed, and text that begins with a sign that YAML keeps for itself (`%`, `@`,
`` ` ``, `*`, `&`, `!`).

Bad:

```yaml
resources:
  server:
    type: OS::Nova::Server
     properties:
      flavor: small
```

Good:

```yaml
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: small
```

Source: heat.common.template_format; YAML 1.1 as libyaml reads it
"""

from __future__ import annotations

from designer.syntax import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SEVERITY = "error"

_WORDS = {
    "mapping values are not allowed": (
        "a colon makes a new key here, where none can stand. The line may be indented too far, or a text that"
        " holds a colon and a blank needs quotes"
    ),
    "could not find expected ':'": "this line should be a key and has no colon behind it",
    "did not find expected key": (
        "a key of the same map was expected. The indentation differs from that of the keys above, or a quote "
        "above is closed too early"
    ),
    "did not find expected '-'": (
        "an item beginning with `-` was expected. The indentation differs from that of the items above"
    ),
    "did not find expected ',' or ']'": (
        "the list in brackets goes on or ends here with `,` or `]`, and neither stands here"
    ),
    "did not find expected ',' or '}'": (
        "the map in braces goes on or ends here with `,` or `}`, and neither stands here"
    ),
    "block sequence entries are not allowed": (
        "a list item cannot stand here. It needs a line of its own, under its key"
    ),
    "mapping keys are not allowed": "a key cannot stand here",
    "found unexpected end of stream": "the text ends before a quote is closed",
    "found unexpected document indicator": "a quote is still open where the document ends",
    "found unknown escape character": (
        "there is no such escape in a text with double quotes. Single quotes take a backslash as it is"
    ),
    "hexdecimal number": "an escape in a text with double quotes needs hexadecimal digits here",
    "found undefined alias": (
        "an alias (`*name`) stands for something that no anchor (`&name`) names before it. A text that begins"
        " with `*` needs quotes"
    ),
    "stands inside what it stands for": "an alias stands inside what it stands for, which would never end",
    "found duplicate anchor": "this anchor (`&name`) is given twice",
    "expected a single document": "a second document begins here (`---`); a template is one document",
    "<document start>": "text stands behind the end of the document",
    "found undefined tag handle": "a tag of this kind is not declared. A text that begins with `!` needs quotes",
    "alphabetic or numeric character": (
        "an anchor (`&`) or alias (`*`) needs a name. A text that begins with `&` or `*` needs quotes"
    ),
    "expected node content": "a value was expected here",
    "comment or line break": "nothing but a comment may stand behind `|` or `>` in its line",
    "indentation indicator": "the number behind `|` or `>` must be between 1 and 9",
    "leading spaces": "a blank line of this block is indented further than its first line with text",
    "cannot start any token": "no plain text begins with this sign; it needs quotes",
    "found a tab character": "a tab stands where blanks are needed",
    "not allowed in a plain scalar": "this sign needs quotes around the text that holds it",
    "found unexpected ':'": "a colon inside brackets or braces needs a blank behind it, or quotes around its text",
}


def message(problem: str, context: str | None = None, tab: bool = False, character: int | None = None,
            **_: object) -> str:
    if character is not None:
        return f"This cannot be read: the character U+{character:04X} is not allowed in YAML."
    if tab:
        return "This is not YAML: a tab stands here, and YAML is indented with blanks only."
    for part, words in _WORDS.items():
        if part in problem:
            return f"This is not YAML: {words}."
    return f"This is not YAML: {problem}{' ' + context if context else ''}."


def related(problem: str, opened: int | None = None, **_: object) -> Iterator[tuple[str, Span]]:
    if opened is not None and "simple key" not in problem:
        yield "what is being read begins here", Span(opened, opened + 1)
