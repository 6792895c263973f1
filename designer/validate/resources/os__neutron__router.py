"""OS::Neutron::Router: agents, distributed and highly available routers."""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    distributed, available = properties["distributed"], properties["ha"]
    agent, agents = properties["l3_agent_id"], properties["l3_agent_ids"]
    if is_true(agent) and "l3_agent_ids" in subject.given:
        # Heat puts the one among the others, and stumbles over those that are there
        subject.exclusive("l3_agent_ids", "l3_agent_id")
    several = [*(agents if isinstance(agents, list) else ()), *([agent] if is_true(agent) else ())]
    if is_true(distributed) and several:
        subject.exclusive("distributed", "l3_agent_ids" if is_true(agents) else "l3_agent_id")
    if is_true(available) and is_true(distributed):
        subject.exclusive("distributed", "ha")
    if is_false(available) and len(several) > 1:
        subject.fault("HOT507", "l3_agent_ids", rule="only a router with `ha` may have more than one agent")
