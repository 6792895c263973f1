"""The manual: a page for every diagnostic, read from its rule's file.

    pages()                          # all pages, in the order of their codes
    page("HOT304").markdown          # also page("unknown-attribute")
"""

from __future__ import annotations

from designer.diagnostics import ERROR, INFO
from designer.errors import DesignerError
from designer.validate.registry import Rule, all_rules, find_rule

CHAPTERS = {
    "HOT0": "Reading",
    "HOT1": "Structure and versions",
    "HOT2": "Parameters, groups and conditions",
    "HOT3": "Functions and references",
    "HOT4": "Resource types, properties and values",
    "HOT5": "What resource plug-ins check",
    "HOT6": "Dependencies",
    "HOT8": "Environments and files",
    "HOT9": "Advice",
}


class Page:
    """A page: the rule's code and name, its worst severity, the chapter it stands in, a title of one sentence, and what
    follows as Markdown (`body`).
    """

    __slots__ = ("code", "name", "severity", "chapter", "title", "body")

    def __init__(self, rule: Rule) -> None:
        self.code = rule.code
        self.name = rule.name
        self.severity = _severity(rule)
        self.chapter = CHAPTERS.get(rule.code[:4], "Others")
        title, _, body = (rule.module.__doc__ or rule.name).strip().partition("\n")
        self.title = title.strip()
        self.body = body.strip()

    @property
    def markdown(self) -> str:
        """The whole page as Markdown."""
        return f"# {self.code} {self.name}\n\n{self.title}\n\nSeverity: {self.severity}.\n\n{self.body}\n"


def page(name: str) -> Page | None:
    """The page of a code or a name, None where there is none."""
    rule = find_rule(name)
    return Page(rule) if rule is not None else None


def pages() -> list[Page]:
    """All pages; this loads every rule."""
    return [Page(rule) for rule in all_rules().values()]


def explain_text(name: str) -> str:
    """What `--explain` prints: a page, for `all` the list. Raises DesignerError where there is no such diagnostic."""
    if name == "all":
        lines: list[str] = []
        chapter = ""
        for each in pages():
            if each.chapter != chapter:
                chapter = each.chapter
                lines.append(f"{chapter}:" if not lines else f"\n{chapter}:")
            lines.append(f"  {each.code} {each.name:<40} {each.severity:<8} {each.title}")
        return "\n".join(lines) + "\n"
    found = page(name)
    if found is None:
        from designer.catalog import nearest

        known = all_rules().values()
        likely = nearest(name, [each.name for each in known]) or nearest(name, [each.code for each in known])
        raise DesignerError(f"there is no diagnostic {name!r}" + (f"; did you mean {likely}?" if likely else ""))
    return found.markdown


def _severity(rule: Rule) -> str:
    """The severity that a rule states; one that depends on the facts is shown as what it is without any."""
    module = rule.module
    if hasattr(module, "SEVERITY"):
        return str(module.SEVERITY)
    try:
        return rule.severity({})
    except TypeError:
        return ERROR if "error" in (module.__doc__ or "") else INFO
