"""Each address, as a page and as the piece of a page that a script asks for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.web.visiting import SMALL, Tab, Visitor

# address below /d/ID, words that it has to hold
PIECES = {
    "graph": 'data-node="subnet"',
    "graph?view=waves": "Wave 2",
    "graph?layer=outputs": 'data-output="id"',
    "graph?collapse=*": 'data-node="net"',
    "graph?collapse=/no/such&layer=none&view=odd&badges=no&hidden=no&tidy": 'data-node="net"',
    "outline": 'data-name="subnet"',
    "outline.json": '"subnet"',
    "outline.json?since=nothing": '"since":null',
    "problems": "Nothing is wrong",
    "inspect": "small.yaml",
    "inspect?node=subnet": "OS::Neutron::Subnet",
    "inspect?node=/outputs/id": "Output",
    "inspect?node=nobody": "There is no resource",
    "inspect?node=/odd": "There is no resource",
    "edge?from=subnet&to=net": "resources.subnet.properties.network",
    "hover?at=75": "OS::Neutron::Net",
    "text": "heat_template_version",
}


@pytest.mark.parametrize(("address", "words"), PIECES.items())
def test_pieces_of_a_document(visit: Visitor, address: str, words: str) -> None:
    answer = visit.fragment(f"/d/{visit.open()}/{address}")
    assert answer.status_code == 200
    assert words in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize(("address", "words"), [
    ("/", "Open a Heat template"), ("/manual", "HOT301"), ("/manual/hot301", "HOT301"), ("/healthz", "ok"),
    ("/types/OS::Nova::Server", "flavor"), ("/schema/2021-04-16.json", "json-schema.org"), ("/favicon.ico", "<svg"),
])
def test_pages(visit: Visitor, address: str, words: str) -> None:
    answer = visit.get(address)
    assert answer.status_code == 200 and words in answer.text


@pytest.mark.parametrize(("address", "words"), [
    ("/types", "Nova Server"), ("/types?q=floating ip", "Neutron Floating IP"),
    ("/types?q=nothing%20like", "No type matches"),
    ("/types/OS::Nova::Server", "flavor"), ("/manual/HOT301", "HOT301"),
])
def test_pieces_of_other_pages(visit: Visitor, address: str, words: str) -> None:
    answer = visit.fragment(address)
    assert answer.status_code == 200 and words in answer.text and "<html" not in answer.text


def test_the_page_holds_the_very_pieces(visit: Visitor) -> None:
    id = visit.open()
    page = " ".join(visit.get(f"/d/{id}").text.split())
    for address in ("outline", "problems", "inspect"):
        piece = " ".join(visit.fragment(f"/d/{id}/{address}").text.split())
        assert piece in page, address


def test_a_selection_is_shown_without_script(visit: Visitor) -> None:
    page = visit.get(f"/d/{visit.open()}?select=subnet").text
    assert 'data-subject="resource subnet"' in page


def test_pasting_a_text_leads_to_its_page(visit: Visitor) -> None:
    answer = visit.post("/open", data={"text": SMALL.decode().replace("\n", "\r\n")})
    assert answer.status_code == 303
    assert visit.get(answer.location + "/export.yaml").data == SMALL


def test_editing_without_script_keeps_the_files_own_line_breaks(visit: Visitor) -> None:
    windows = SMALL.replace(b"\n", b"\r\n")
    id = visit.open(windows)
    form = SMALL.decode().replace("\n", "\r\n")
    unchanged = visit.post("/open", data={"text": form, "origin": id})
    assert visit.get(unchanged.location + "/export.yaml").data == windows
    changed = visit.post("/open", data={"text": form.replace("10.0.0.0/24", "10.0.1.0/24"), "origin": id})
    assert visit.get(changed.location + "/export.yaml").data == windows.replace(b"10.0.0.0/24", b"10.0.1.0/24")


def test_a_copy_of_what_an_address_shows_can_be_edited(visit: Visitor) -> None:
    id = visit.open()
    copy = visit.post("/open", data={"origin": id})
    assert copy.status_code == 303 and visit.get(copy.location + "/export.yaml").data == SMALL


def write(tab: Tab, text: str) -> dict[str, Any]:
    """Put another text in the place of all that the page shows; what it is told."""
    return tab.step(edits=[[0, len(tab.text), text]])


def test_an_edit_is_told_what_the_text_means(tab: Tab) -> None:
    first = tab.since()["id"]
    answer = write(tab, SMALL.decode().replace("10.0.0.0/24", "10.0.0.0/99"))
    assert answer["id"] != first and answer["readable"] is True
    assert answer["counts"]["error"] == 1
    start, end, severity, code, message = answer["marks"][0][:5]
    assert SMALL.decode()[start:end].startswith("10.0.0.0") and severity == "error" and "CIDR" in message
    assert code in answer["problems"]
    assert write(tab, SMALL.decode())["id"] == first


def test_typing_back_and_forth_always_gives_what_a_fresh_reading_gives(tab: Tab) -> None:
    texts = [SMALL.decode(), SMALL.decode().replace("network: {get_resource: net}", "network: {get_resource: gone}"),
             SMALL.decode().replace("outputs:", "outputs: ["), "", SMALL.decode().replace("  net:", "  web:"),
             SMALL.decode().replace("cidr: 10", "cidr: 300")]
    visitor = Visitor(tab.client)
    for step in range(24):
        text = texts[(step * 7 + step // 3) % len(texts)]
        answer = write(tab, text)
        fresh = Tab(tab.client).open(text.encode(), "other.yaml").since()
        assert (answer["marks"], answer["counts"]) == (fresh["marks"], fresh["counts"]), step
        cards = [visitor.fragment(f"/d/{each['id']}/graph").text.count('class="node') for each in (answer, fresh)]
        assert cards[0] == cards[1], step


def test_completion_of_half_typed_text(visit: Visitor) -> None:
    text = SMALL.decode().replace("      cidr: 10.0.0.0/24\n", "      gatew\n")
    answer = visit.post("/complete", data=text.encode(), query_string={"at": text.index("gatew") + 5, "name": "a.yaml"})
    assert "gateway_ip" in [option["label"] for option in answer.json["options"]]
    assert answer.json["start"] == text.index("gatew")


def test_json_is_what_the_command_line_prints(visit: Visitor) -> None:
    facts = json.loads(visit.get(f"/d/{visit.open()}/export.json").text)
    assert facts["version"] == 1
    assert facts["summary"] == {"files": 1, "errors": 0, "warnings": 0, "infos": 0}
    entry = facts["files"][0]
    assert entry["path"] == "small.yaml" and entry["diagnostics"] == []
    assert entry["edges"][0]["from"] == "subnet" and entry["edges"][0]["reasons"][0]["kind"] == "get_resource"


def test_every_example_of_the_gallery_opens_and_has_a_picture(visit: Visitor) -> None:
    from web.gallery import gallery

    assert len(gallery()) >= 8
    for example in gallery():
        assert visit.get(f"/examples/{example.name}.svg").mimetype == "image/svg+xml"
        page = visit.get(visit.get(f"/examples/{example.name}").location).text
        assert ('class="problem error"' in page) == (example.name == "broken"), example.name


def test_static_files_are_kept_for_a_year_under_the_address_of_their_contents(visit: Visitor) -> None:
    page = visit.get("/").text
    address = page.split('stylesheet" href="')[1].split('"')[0]
    answer = visit.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Encoding"] == "gzip"
    older = visit.get(address.replace("/static/", "/static/older-"))
    assert older.headers["Cache-Control"] == "no-cache"
    assert visit.get("/static/x/js/vendor-entry/build.mjs").status_code == 404


def test_a_page_asks_for_all_that_its_first_script_imports(visit: Visitor) -> None:
    page = visit.get(f"/d/{visit.open()}").text
    for script in ("hot-canvas", "relations", "view"):
        assert f'/js/{script}.js"' in page[:page.index("</head>")]
    assert "/js/desk.js" not in page
