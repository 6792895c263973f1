"""One file a diagnostic, found by its place and name: `hot304_unknown_attribute.py` is HOT304, unknown-attribute.

A rule's file holds

    '''A title: one sentence.               the manual page, in Markdown: title, what and why, a bad and a
    ...                                     good example in ```yaml blocks, and the line `Source: ...`
    Source: heat.engine.module'''

    SEVERITY = "error"                      or "warning", "info"; or `def severity(**facts) -> str`
    def message(attribute: str, **_: object) -> str
                                            one or two sentences, made of the facts given to `report`
    TAGS = ("unfinished",)                  optional: what kind of fault it is, beside its severity: something that
                                            waits to be filled in, shown in blue
    def fixes(document, place, **facts)     optional: yields quick fixes (designer.validate.fixes helps)
    def related(**facts)                    optional: yields (message, place) for other places of the same file

Any finding may carry two facts that the registry itself understands: `certain=False` makes an error a warning
(Heat refuses it only for some values), and `file="nested.yaml"` says that its place lies in another file.

A rule that looks for itself stands in a folder named for what it looks at, and its `check` is called for
every template that has such a thing: `rules/template/` check(view, report), `rules/parameters/`, `rules/conditions/`,
`rules/resources/` and `rules/outputs/` check(entry, view, report). A `view` is a `designer.validate.view.View`.
What is said of one resource or output must follow from it alone: after an edit elsewhere it is not looked at again.
All other rules are loaded only when they are reported or their page is asked for.
"""
