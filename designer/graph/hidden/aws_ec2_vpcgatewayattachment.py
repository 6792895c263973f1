"""AWS::EC2::VPCGatewayAttachment waits for every route table of its VPC."""

from __future__ import annotations

from designer.graph.hidden.sameness import keys_of
from designer.graph.hidden.sides import By

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.graph.hidden.look import Look
    from designer.graph.hidden.sameness import Key

TYPE = "AWS::EC2::VPCGatewayAttachment"
WORDS = "an attachment waits for every route table of its VPC, since it is made at their routers"


def by_vpc(look: Look, name: str) -> list[Key]:
    """The VPC that an attachment or a route table belongs to."""
    return keys_of(look.properties(name).get("VpcId"))


# Attachments with the route tables of the same VPC.
RULES = ((WORDS, By(TYPE, by_vpc, plugin=True), By("AWS::EC2::RouteTable", by_vpc), None),)
