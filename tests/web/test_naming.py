"""Nodes that a request names, more of them than an address holds."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import Visitor

COUNT = 1500
TEMPLATE = ("heat_template_version: 2021-04-16\nparameters:\n" + "".join(
    f"  parameter_{at}: {{type: string}}\n" for at in range(COUNT)) + "resources:\n  one:\n    type: OS::Heat::Value\n"
    "    properties:\n      value: {get_param: parameter_7}\n").encode()


def test_what_refers_to_many(visit: Visitor) -> None:
    address = f"/d/{visit.open(TEMPLATE)}/uses"
    every = [f"/parameters/parameter_{at}" for at in range(COUNT)]
    text = visit.post(address, json={"nodes": every}).text
    assert f"These {COUNT} are" in text and "referred to once" in text and 'data-count="1"' in text
    assert 'data-count="0"' in visit.post(address, json={"nodes": [*every, "one"]}).text
    assert visit.fragment(f"{address}?node=/parameters/parameter_7").text.count("<li>") == 1


@pytest.mark.parametrize("body", [{}, {"nodes": []}, {"nodes": "a"}, {"nodes": [1]}, []])
def test_a_request_that_names_nothing_is_refused(visit: Visitor, body: Any) -> None:
    id = visit.open()
    for rest in ("uses", "several", "copy"):
        assert visit.post(f"/d/{id}/{rest}", json=body).status_code == 400
