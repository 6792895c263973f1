"""Holds editing against real templates: `python -m conformance.edits --help`.

Random operations of every kind, seeded, on every template of a corpus. What each has to mean is worked out on plain
values by code that shares nothing with `designer/edit`; the edited text is read by Heat's rules, with PyYAML alone;
lines are found by PyYAML's marks.

    operations.py    random operations for a template, each with what it has to mean
    oracle.py        what operations mean, done to plain values in the simplest way
    heats.py         texts as Heat's loader reads them, and the lines of a path
    judge.py         whether one operation, or a chain of them, did what it should and nothing else
"""
