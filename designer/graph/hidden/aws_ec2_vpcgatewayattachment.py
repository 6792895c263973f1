"""AWS::EC2::VPCGatewayAttachment waits for every route table of its VPC."""

from __future__ import annotations

from designer.graph.hidden.sameness import Side, keys_of, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designer.graph.hidden.look import Look
    from designer.graph.model import Group

TYPE = "AWS::EC2::VPCGatewayAttachment"
WORDS = "an attachment waits for every route table of its VPC, since it is made at their routers"


def groups(look: Look) -> Iterator[Group]:
    """Attachments with the route tables of the same VPC."""
    attachments, tables = Side(), Side()
    for name in look.plugins_of(TYPE):
        attachments.add(name, keys_of(look.properties(name).get("VpcId")))
    for name in look.taken_for("AWS::EC2::RouteTable"):
        tables.add(name, keys_of(look.properties(name).get("VpcId")))
    return matching(TYPE, WORDS, attachments, tables)
