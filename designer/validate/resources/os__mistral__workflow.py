"""OS::Mistral::Workflow: what each task does, and what each type of workflow takes."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_given, is_missing, is_one, is_true, maps_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    kind, params = properties["type"], properties["params"]
    if is_one(kind, "reverse") and (is_missing(params) or (isinstance(params, dict)
                                                           and is_false(params.get("task_name")))):
        subject.needed_for("params.task_name", "type", "reverse")
    for index, task in maps_in(properties["tasks"]):
        inside = ("tasks", index)
        workflow, action = task["workflow"], task["action"]
        if is_true(workflow) and is_true(action):
            subject.exclusive("workflow", "action", inside=inside)
        elif is_false(workflow) and is_false(action):
            subject.one_needed("workflow", "action", inside=inside)
        if is_one(kind, "direct") and is_given(task["requires"]):
            subject.fault("HOT505", *inside, "requires", name="requires", other="type", value="direct", inside=inside)
        if is_given(task["concurrency"]) and is_missing(task["with_items"]):
            subject.needs("concurrency", "with_items", inside=inside)
