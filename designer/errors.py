"""What cannot be done at all: I/O failures, bad usage, our own faults."""

from __future__ import annotations


class DesignerError(Exception):
    """Something could not be done; its text is one clear line for the person who asked.

    A mistake in a template is never one of these: it is a diagnostic.
    """
