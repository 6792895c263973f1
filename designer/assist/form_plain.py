"""A form as plain rows, one control each, for pages without script: what a person sent of it becomes operations.

A row is plain data:

    key, number what the control is called: the field's path as text; and the how manieth it is
    label       the names that lead to it
    control     line, area, choice, or entry: a name and a value of its own
    commit      how it is read: text, json (one of the choices) or yaml
    value       what it holds; of a choice, the JSON of what is chosen
    choices     pairs of what is sent and what is shown
    path, state, clears   where it stands, how it is given, and whether nothing sent takes it away
    required, first       whether it must be there, and whether it is shown without being asked for
    problems    what was found there
"""

from __future__ import annotations

import json

from designer.assist.form_fields import OPEN, UNSET, VALUE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from designer.assist.form_ground import Field

_MOST_ROWS = 3000


def plain_rows(form: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a form that `resource_form`, `entry_form` or `template_form` made."""
    fields: list[Field] = [*form.get("properties", ()), *form.get("fields", ()), *form.get("parts", {}).values(),
                           *form.get("update_policy", ())]
    for name in ("whole_properties", "constraints"):
        if form.get(name):
            fields.insert(0, form[name])
    found = list(_rows(fields, ""))
    if form.get("expression"):
        found[:0] = _expression(form["expression"])
    if form.get("free") and not form.get("whole_properties"):
        found.append(_entry(form["properties_key"], "properties"))
    for section, add in (form.get("adds") or {}).items():
        words = section.replace("_", " ").removesuffix("s")
        found.append({**_row(f"add {section}", f"a new {words}", "line", "add", ""), "add": add, "first": True})
    for number, row in enumerate(found):
        row["number"] = number
    return found[:_MOST_ROWS]


def sent_operations(rows: Iterable[dict[str, Any]], sent: Mapping[str, str]) -> list[dict[str, Any]]:
    """The operations that make of the rows what was sent; what goes goes last, so that the places of the rest stay."""
    put: list[dict[str, Any]] = []
    gone: list[dict[str, Any]] = []
    for row in rows:
        if row["control"] == "entry":
            name, value = sent.get("name " + row["key"], ""), sent.get("value " + row["key"], "")
            if name:
                put.append({"op": "insert", "path": [*row["path"], name], "text": value})
            continue
        text = sent.get(row["key"])
        text = text.replace("\r\n", "\n") if text is not None else None
        if text is None or text == row["value"]:
            continue
        if row["commit"] == "add":
            put.append(_added(row["add"], text))
        elif text == "" and row["clears"]:
            gone += [{"op": "unset", "path": row["path"]}] if row["state"] != UNSET else []
        elif row["commit"] != "json":
            put.append({"op": "set", "path": row["path"], row["commit"]: text})
        elif text in (each for each, _ in row["choices"]):
            put.append({"op": "set", "path": row["path"], "value": json.loads(text)})
    return put + gone[::-1]


def _added(add: Mapping[str, Any], name: str) -> dict[str, Any]:
    operation: dict[str, Any] = json.loads(json.dumps(add["operation"]))
    at, steps = operation, add["into"].split(".")
    for step in steps[:-1]:
        at = at[step]
    at[steps[-1]] = name
    return operation


def _rows(fields: Iterable[Field], over: str) -> Iterator[dict[str, Any]]:
    for one in fields:
        label = f"{over} {one['label']}".strip()
        control, state = one["control"], one["state"]
        if state == "repeated":
            continue
        if state == "function" and control == "call":
            yield from _rows(one["fields"], label)
            yield from _draft(one, label)
        elif control in ("map", "entries", "list") and state == VALUE:
            yield from _rows(one["fields"], label)
            if control == "entries":
                yield _entry(one["key"], label)
            elif control == "list":
                yield from _draft(one, label)
        else:
            yield _leaf(one, label)


def _expression(one: Field) -> Iterator[dict[str, Any]]:
    """A condition as a whole, which can become any other, and what it is put together of."""
    yield {**_row(one["key"], one["label"], "area", "yaml", one["source"]), "state": one["state"], "required": True,
           "problems": one["problems"], "first": True, "clears": False}
    yield from (row for row in _rows([one], "") if row["key"] != one["key"])


def _leaf(one: Field, label: str) -> dict[str, Any]:
    control, state = one["control"], one["state"]
    if state not in (VALUE, UNSET, OPEN) or control in ("source", "map", "entries", "list", "call"):
        found = _row(one["key"], label, "area", "yaml", one["text"])
    elif control == "switch":
        found = _row(one["key"], label, "choice", "json", one["text"])
        found["choices"] = [("", "not set"), ("true", "true"), ("false", "false")]
    elif control == "choice":
        choices = [(json.dumps(each["value"]), each["text"]) for each in one["choices"]]
        chosen = next((value for value, text in choices if state == VALUE and text == one["text"]), None)
        if chosen is None and state == VALUE:
            chosen = json.dumps(one["value"])
            choices.append((chosen, one["text"]))
        found = _row(one["key"], label, "choice", "json", chosen or "")
        found["choices"] = [("", "not set"), *choices]
    else:
        found = _row(one["key"], label, "area" if control == "text" else "line", "text", one["text"])
    return {**found, "state": state, "required": one["required"], "problems": one["problems"],
            "first": state != UNSET or one["required"],
            "clears": found["commit"] != "text" or control == "number" or not one["required"]}


def _draft(one: Field, label: str) -> Iterator[dict[str, Any]]:
    """One more item of a list."""
    if one.get("next_key"):
        draft = one.get("draft")
        yield {**(_leaf(draft, label) if draft else _row(one["next_key"], label, "area", "yaml", "")),
               "label": f"{label}, one more", "first": True}


def _entry(key: str, label: str) -> dict[str, Any]:
    return {**_row(key, f"{label}, one more", "entry", "text", ""), "first": True}


def _row(key: str, label: str, control: str, commit: str, value: str) -> dict[str, Any]:
    return {"key": key, "label": label, "control": control, "commit": commit, "value": value, "choices": [],
            "path": json.loads(key) if key.startswith("[") else [], "state": UNSET, "clears": True, "required": False,
            "first": False, "problems": []}
