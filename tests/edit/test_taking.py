"""A parameter dropped on a resource: which properties are offered, and what comes of it."""

from __future__ import annotations

from designer.analysis import analyse
from designer.edit import plan_all
from designer.edit.taking import takings

TEMPLATE = """heat_template_version: 2021-04-16
parameters:
  flavor: {type: string, constraints: [{custom_constraint: nova.flavor}]}
  server_image: {type: string}
  words: {type: string}
  tags: {type: comma_delimited_list}
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: m1.small
      image:
  made:
    type: Some::Unknown::Type
"""


def test_what_fits_best_is_first() -> None:
    analysis = analyse(TEMPLATE)
    first = takings(analysis, "server", "flavor")[0]
    assert (first["title"], first["replaces"]) == ("flavor", True)
    first = takings(analysis, "server", "server_image")[0]
    assert (first["title"], first["replaces"], first["required"]) == ("image", False, False)
    assert plan_all(analysis, first["operations"]).applied() == TEMPLATE.replace(
        "      image:\n", "      image: {get_param: server_image}\n")
    assert takings(analysis, "server", "tags")[0]["title"] == "tags"


def test_what_is_not_certain_is_offered_where_nothing_is() -> None:
    titles = [offer["title"] for offer in takings(analyse(TEMPLATE), "server", "words")]
    assert "name" in titles and len(titles) <= 12


def test_nothing_for_what_is_not_there() -> None:
    analysis = analyse(TEMPLATE)
    assert takings(analysis, "made", "flavor") == []
    assert takings(analysis, "server", "nothing") == [] == takings(analysis, "nothing", "flavor")


def test_what_it_has_already_is_not_offered() -> None:
    analysis = analyse(TEMPLATE.replace("flavor: m1.small", "flavor: {get_param: flavor}"))
    assert "flavor" not in [offer["title"] for offer in takings(analysis, "server", "flavor")]
