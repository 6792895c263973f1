"""Holds Hot Designer against Heat itself: `python -m conformance --help`, or `make conformance`.

A tool of the project, no part of what is shipped. Heat runs in an environment and a process of its own
(`heat/inside/`); its answers are kept in `build/conformance/`, so that asking the same again costs nothing.

    sources.py       which cases there are: our own templates, mutants, made-up resources, a corpus
    seeds/           templates that Heat accepts whole, which the mutants are made of
    nested/          the same with nested templates and an environment, a folder each
    mutate.py        one mistake in a template, said in words; mutations/ has a file for each family of mistakes
    expressions.py   random expressions and conditions
    ours.py          what Hot Designer says of a case, in the same terms
    compare.py       where the two differ; on_purpose.yaml says which differences are meant, and why
    tables.py        the figures
"""
