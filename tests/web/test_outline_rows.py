"""The outline after an edit is the one that is made anew, whatever was taken over."""

from __future__ import annotations

import random
from typing import Any

from web import outlining
from web.app import create_app
from web.documents import documents


def shown(sections: list[dict[str, Any]]) -> Any:
    return [{**section, "rows": [list(row) for row in section["rows"]]} for section in sections]


def test_rows_that_are_taken_over_are_those_that_would_be_made() -> None:
    rng = random.Random(4)
    names = [f"r{number}" for number in range(12)]
    bodies = dict.fromkeys(names, "{type: OS::Heat::Value, properties: {value: 1}}")
    app = create_app()

    def text() -> bytes:
        resources = "".join(f"  {name}: {bodies[name]}\n" for name in names)
        return ("heat_template_version: 2018-08-31\nparameters:\n  p: {type: number, default: 1}\n"
                f"conditions: {{c: {{equals: [{{get_param: p}}, 1]}}}}\nresources:\n{resources}"
                "outputs: {o: {value: {get_param: p}}}\n").encode()

    with app.test_request_context():
        opened = documents().open("a.yaml", text())
        page = shown(outlining.sections(opened))
        for step in range(120):
            at = rng.randrange(len(names))
            what = rng.randrange(6)
            if what == 0:
                bodies[names[at]] = f"{{type: OS::Heat::Value, properties: {{value: {'x' * rng.randrange(20)}}}}}"
            elif what == 1:
                bodies[names[at]] = rng.choice(["{type: OS::Heat::Nothing}", "{type: OS::Neutron::Port}",
                                                "{type: OS::Nova::Server, condition: c}"])
            elif what == 2:
                names.insert(at, f"n{step}")
                bodies[f"n{step}"] = "{type: OS::Heat::None}"
            elif what == 3 and len(names) > 2:
                names.pop(at)
            elif what == 4:
                names.insert(rng.randrange(len(names)), names.pop(at))
            else:
                bodies[f"m{step}"] = bodies[names[at]]
                names[at] = f"m{step}"
            before, opened = opened, documents().open("a.yaml", text(), origin=opened)
            change = outlining.changes(opened, before.id)
            fresh = outlining._made(opened, None).sections
            for section, was, now in zip(change["sections"], page, fresh, strict=True):
                was["rows"][section["at"]:section["at"] + section["gone"]] = [list(row) for row in section["rows"]]
                was["base"] = section["base"]
                assert was["rows"] == [list(row) for row in now["rows"]], step
                assert was["base"] == now["base"], step
