"""The figures, printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conformance.compare import FIGURES, Count, Difference
from conformance.functions import Miss


def figures(title: str, cases: int, count: Count) -> str:
    """The table of one source of cases."""
    rows = [("", "of", "right", "", "meant")]
    for key, words in FIGURES:
        of = count.of[key]
        if of:
            rows.append(
                (words, f"{of}", f"{count.right[key]}", share(count.right[key], of), f"{count.meant[key] or ''}")
            )
    if count.of["crash"]:
        rows.append(("crashes of ours", f"{count.of['crash']}", "", "", ""))
    return f"\n{title}: {cases} templates\n" + columns(rows)


def expression_figures(title: str, rows: Sequence[tuple[str, int, int]]) -> str:
    """The table of random expressions: by the stage that Heat gets to."""
    words = {
        "ok": "has a value: the same",
        "resolve": "refused when resolved: we refuse",
        "validate": "refused when validated: we refuse",
        "parse": "refused when parsed: we refuse",
        "parameters": "parameters refused: we refuse",
        "template": "template refused: we refuse",
    }
    of, same = sum(row[1] for row in rows), sum(row[2] for row in rows)
    printed = [("", "of", "right", "")] + [
        (words[stage], f"{each}", f"{right}", share(right, each)) for stage, each, right in rows
    ]
    printed.append(("all", f"{of}", f"{same}", share(same, of)))
    return f"\n{title}\n" + columns(printed)


def share(part: int, whole: int) -> str:
    """A percentage that does not round up to all."""
    percent = 100 * part / whole if whole else 100.0
    return f"{percent:.1f} %" if part == whole or percent < 99.95 else "99.9 %"


def columns(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows under each other, the first column to the left and the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  "
        + "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        ).rstrip()
        for row in rows
    )


def differences(found: Iterable[Difference], most: int) -> str:
    """The differences that are not meant, those alike together, `most` examples of each."""
    alike: dict[tuple[str, ...], list[Difference]] = {}
    for each in found:
        alike.setdefault(_likeness(each), []).append(each)
    lines = []
    for likeness, group in sorted(alike.items(), key=lambda item: -len(item[1])):
        lines.append(f"{len(group)} x {' | '.join(filter(None, likeness))}")
        for each in group[:most]:
            lines.append(
                f"      {each.case.name}"
                + (f" [{each.about}]" if each.about else "")
                + (f": {each.case.told}" if each.case.told else "")
            )
            if each.heat:
                lines.append(f"          Heat: {each.heat[:220]}")
            lines.extend(f"          ours: {code} {message[:200]}" for code, message in each.ours[:3])
    return "\n".join(lines)


def _likeness(each: Difference) -> tuple[str, ...]:
    codes = ",".join(sorted({code for code, _ in each.ours}))
    if each.kind == "missed":
        return each.kind, each.stage, _skeleton(each.heat)
    if each.kind == "crash":
        return each.kind, each.ours[0][1]
    return each.kind, each.stage, codes


def _skeleton(message: str) -> str:
    """A message without what names things, so that those alike fall together."""
    words = message.split("\n")[0].split(" ")
    kept = [
        word if word.isalpha() or (word.endswith((":", ",")) and word[:-1].isalpha()) else "." for word in words[:14]
    ]
    return " ".join(kept)


def misses(found: Sequence[Miss], most: int) -> str:
    """The expressions that the two disagree on, `most` of them."""
    lines = []
    for each in found[:most]:
        question, answer = each.question, each.answer
        lines.append(f"  {question['version']} {'condition ' if question.get('as') else ''}{question['expression']}")
        lines.append(
            f"      Heat: {answer['stage']} "
            + (
                repr(answer.get("value"))[:150]
                if answer["stage"] == "ok"
                else f"{answer.get('error')}: {answer.get('message')}"[:200]
            )
        )
        lines.append(f"      ours: {str(each.ours)[:250]}")
    return "\n".join(lines)
