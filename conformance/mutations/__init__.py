"""The kinds of mistakes, a file for each family.

A module has `MUTATIONS`: functions `(tree, rng) -> str | None` that make one mistake in a template, which is plain
data, in place, and say in words what they did; None where this template gives no occasion for it. Those of `text.py`
are functions `(text, rng) -> (text, told) | None` on the template's text.
"""
