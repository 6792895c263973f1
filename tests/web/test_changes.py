"""What a page is sent of a picture after an edit: what changed, and nothing when it has to ask for the whole."""

from __future__ import annotations

from flask import Flask

from web import pictures
from web.documents import documents
from web.pictures import Choice

TEXT = """heat_template_version: 2021-04-16
resources:
  net: {type: OS::Neutron::Net}
  subnet:
    type: OS::Neutron::Subnet
    properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}
  port:
    type: OS::Neutron::Port
    properties: {network: {get_resource: net}}
"""


def test_what_changes(app: Flask) -> None:
    with app.test_request_context():
        store = documents()
        first = store.open("a.yaml", TEXT.encode())
        assert pictures.changes(first, first, Choice()) is None  # nothing was drawn yet
        pictures.picture(first, Choice())
        text = TEXT.replace("    properties: {network: {get_resource: net}}\n", "")
        second = store.open("a.yaml", text.encode(), origin=first)
        found = pictures.changes(first, second, Choice())
        assert found is not None
        assert (found["from"], found["id"], found["cards"]) == (first.id, second.id, 3)
        assert found["remove"] == ["e4:port>net", "e4:port>subnet"]
        assert [key for key, _, _ in found["put"] if key[0] != "c"] == ["n:port"]
        assert found["needed"] == {"port": []} and found["groups"] == [] and found["within"] is None
        third = store.open("a.yaml", (text + "  more:\n    type: OS::Nova::KeyPair\n    depends_on: net\n").encode(),
                           origin=second)
        found = pictures.changes(second, third, Choice())
        assert found is not None and not found["remove"] and found["needed"] == {"more": [["net", "depends_on"]]}
        assert {"n:more", "e4:more>net"} <= {key for key, _, _ in found["put"]}
        assert third.places[Choice().view]["net"] == first.places[Choice().view]["net"]


def test_a_text_without_a_graph_has_no_changes(app: Flask) -> None:
    with app.test_request_context():
        first = documents().open("a.yaml", TEXT.encode())
        pictures.picture(first, Choice())
        second = documents().open("a.yaml", b"[", origin=first)
        assert pictures.changes(first, second, Choice()) is None
