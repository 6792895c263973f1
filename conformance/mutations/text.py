"""Mistakes in the text itself, which is mostly YAML afterwards."""

from __future__ import annotations

import random
import re

Result = tuple[str, str] | None


def _line(text: str, rng: random.Random, pattern: str = r"\S") -> tuple[list[str], int] | None:
    lines = text.split("\n")
    found = [at for at, line in enumerate(lines) if re.search(pattern, line)]
    return (lines, rng.choice(found)) if found else None


def drop_line(text: str, rng: random.Random) -> Result:
    found = _line(text, rng)
    if found is None:
        return None
    lines, at = found
    del lines[at]
    return "\n".join(lines), f"dropped line {at + 1}"


def repeat_line(text: str, rng: random.Random) -> Result:
    found = _line(text, rng, r"^\s*[\w-]+:")
    if found is None:
        return None
    lines, at = found
    lines.insert(at, lines[at])
    return "\n".join(lines), f"wrote line {at + 1} twice"


def indentation(text: str, rng: random.Random) -> Result:
    found = _line(text, rng, r"^\s+\S")
    if found is None:
        return None
    lines, at = found
    by = rng.choice((1, 2, -1, -2, 4))
    lines[at] = (
        " " * by + lines[at] if by > 0 else lines[at][-by:] if lines[at].startswith(" " * -by) else lines[at].lstrip()
    )
    return "\n".join(lines), f"indented line {at + 1} by {by}"


def tab(text: str, rng: random.Random) -> Result:
    found = _line(text, rng, r"^\s+\S")
    if found is None:
        return None
    lines, at = found
    lines[at] = "\t" + lines[at].lstrip()
    return "\n".join(lines), f"indented line {at + 1} with a tab"


def sign(text: str, rng: random.Random) -> Result:
    """One character dropped, added or changed anywhere."""
    if not text:
        return None
    at = rng.randrange(len(text))
    new = rng.choice(("", "", *"':\"{}[],#&*!|>%@`- \n?~xé0"))
    return text[:at] + new + text[at + (rng.random() < 0.6) :], f"wrote {new!r} at offset {at}"


def colon(text: str, rng: random.Random) -> Result:
    found = _line(text, rng, r":(\s|$)")
    if found is None:
        return None
    lines, at = found
    lines[at] = re.sub(r":(\s|$)", rng.choice((r"\1", ":", " : ", "=")), lines[at], count=1)
    return "\n".join(lines), f"changed the colon of line {at + 1}"


def unquote(text: str, rng: random.Random) -> Result:
    quotes = list(re.finditer(r"(['\"])([^'\"\n]*)\1", text))
    if not quotes:
        return None
    one = rng.choice(quotes)
    return text[: one.start()] + one.group(2) + text[one.end() :], f"took the quotes of {one.group(0)} away"


def tag(text: str, rng: random.Random) -> Result:
    found = _line(text, rng, r"^\s*[\w-]+: \w")
    if found is None:
        return None
    lines, at = found
    word = rng.choice(
        (
            "!!str ",
            "!!int ",
            "!!float ",
            "!!bool ",
            "!!null ",
            "!!python/name:os.system ",
            "!mine ",
            "!!binary ",
            "!!set ",
            "!!timestamp ",
            "&a ",
            "*nowhere ",
            "!!map ",
            "!!seq ",
        )
    )
    lines[at] = re.sub(r": (\w)", lambda match: f": {word}{match.group(1)}", lines[at], count=1)
    return "\n".join(lines), f"put {word}into line {at + 1}"


def scalar(text: str, rng: random.Random) -> Result:
    """A scalar that YAML reads in its own way."""
    found = _line(text, rng, r"^\s*[\w-]+: [^{\[|>&*!]")
    if found is None:
        return None
    lines, at = found
    word = rng.choice(
        (
            "yes",
            "No",
            "ON",
            "~",
            "null",
            "0o17",
            "017",
            "0x1F",
            "1_000",
            "12:30:45",
            "1e3",
            ".inf",
            ".nan",
            "2001-12-14",
            "2001-12-14t21:59:43.10-05:00",
            "=",
            "<<",
            "'5'",
            '"\\u00e9"',
            "''",
            "|\n            block",
            "- a",
            "{a: b}",
            "[a, b]",
            "1.0",
            "+12",
            "-.5",
            "True",
            "y",
            "%x",
            "@x",
            "`x`",
            "# nothing",
            "a: b",
            "a #b",
            "0b101",
            "1.",
            "'a''b'",
        )
    )
    lines[at] = re.sub(r":\s.*$", lambda _: f": {word}", lines[at], count=1)
    return "\n".join(lines), f"wrote {word} in line {at + 1}"


def frame(text: str, rng: random.Random) -> Result:
    """What stands before or after."""
    return rng.choice(
        (
            ("\ufeff" + text, "put a byte order mark first"),
            ("---\n" + text, "opened a document"),
            ("---\n" + text + "\n...\n", "closed a document"),
            (text + "\n---\na: b\n", "added a second document"),
            ("%YAML 1.1\n---\n" + text, "added a directive"),
            ("%YAML 2.0\n---\n" + text, "a directive"),
            (text.replace("\n", "\r\n"), "ended lines as Windows does"),
            ("\n\n# words\n" + text, "put a comment first"),
            (text.rstrip("\n"), "cut the last newline"),
            ("- " + text.replace("\n", "\n  "), "made it a list"),
            (text + "\x07", "added a control character"),
            ("  " + text, "indented the first line"),
            (text + "\nheat_template_version: 2015-04-30\n", "gave the version twice"),
            (text + "\nresources: {}\n", "gave the resources twice"),
            (text[: len(text) // 2], "cut it in half"),
            ("", "left nothing"),
            ("# nothing\n", "left a comment"),
            ("null\n", "left null"),
            ("text\n", "left text"),
        )
    )


MUTATIONS = (drop_line, repeat_line, indentation, tab, sign, sign, colon, unquote, tag, scalar, scalar, frame)
