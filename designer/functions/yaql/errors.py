"""Why an expression has no value."""

from __future__ import annotations


class Syntax(Exception):
    """A text is no expression: the problem, and the position in the text, None where it is its end."""

    def __init__(self, problem: str, position: int | None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.position = position


class Refused(Exception):
    """The evaluation fails, and so it would in Heat."""


class Vague(Exception):
    """What comes out is not known here: it turns on what is not known, or on a function that is not evaluated here."""
