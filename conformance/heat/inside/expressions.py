"""What Heat says of an expression."""

import json

from .engine import a_context


def ask_expression(question):
    """What one expression is worth, or at which stage Heat refuses it."""
    answer = {"stage": "template"}
    try:
        result = None
        for stage, reached in stages(question):
            answer["stage"], result = stage, reached
        answer.update(worth(result))
    except Exception as error:
        answer.update(error=type(error).__name__, message=str(error))
    return answer


def stages(question):
    """Yields each stage as it begins, and "ok" with the value at the end."""
    from heat.engine import environment, function
    from heat.engine import stack as stacks
    from heat.engine import template as templates

    schemata = {name: dict(schema) for name, schema in (question.get("parameters") or {}).items()}
    given = {name: schema.pop("value") for name, schema in schemata.items() if "value" in schema}
    text = {
        "heat_template_version": question["version"],
        "parameters": schemata,
        "conditions": dict(question.get("conditions") or {}),
    }
    conditional = question.get("as") == "condition"
    if conditional:
        text["conditions"]["asked"] = question["expression"]
    else:
        text["outputs"] = {"asked": {"value": question["expression"]}}
    template = templates.Template(
        {key: value for key, value in text.items() if value},
        files=question.get("files") or {},
        env=environment.Environment({"parameters": given}),
    )
    template.validate()
    yield "parameters", None
    stack = stacks.Stack(a_context(), "dummy", template)
    stack.parameters.validate(context=stack.context)
    yield "parse", None
    conditions = template.conditions(stack.defn)
    yield "validate", None
    conditions.validate()
    if conditional:
        yield "resolve", None
        value = conditions.is_enabled("asked")
    else:
        yield "parse", None
        output = stack.outputs["asked"]
        yield "validate", None
        output.validate()
        yield "resolve", None
        value = output.get_value()
    yield "ok", (value, function.resolve)


def worth(result):
    value, resolve = result
    kinds = (
        ("null", type(None)),
        ("bool", bool),
        ("int", int),
        ("float", float),
        ("str", str),
        ("list", (list, tuple)),
        ("map", dict),
    )
    kind = next((name for name, types in kinds if isinstance(value, types)), "other")
    try:
        return {"type": kind, "value": json.loads(json.dumps(resolve(value), allow_nan=False))}
    except (TypeError, ValueError):
        return {"type": kind if kind in ("list", "map") else "other", "value": repr(value)}
