"""An analysis made out of the one before is the analysis of the new text."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import Any

from designer.analysis import Analysis, analyse
from designer.reanalysis import reanalyse
from tests.analysis.edits import edited

BASE = """\
heat_template_version: 2018-08-31
parameters:
  flavor: {type: string, default: m1.small}
  unused: {type: number, default: 1}
conditions:
  big: {equals: [{get_param: flavor}, m1.big]}
resources:
  net:
    type: OS::Neutron::Net
  subnet:
    type: OS::Neutron::Subnet
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
  port:
    type: OS::Neutron::Port
    properties: {network: {get_resource: net}}
  server:
    type: OS::Nova::Server
    condition: big
    depends_on: [subnet]
    properties:
      image: cirros
      flavor: {get_param: flavor}
      networks:
        - port: {get_resource: port}
outputs:
  ip:
    value: {get_attr: [server, first_address]}
"""


def told(analysis: Analysis) -> Any:
    """All that an analysis says, in a form that can be compared."""
    diagnostics = [(d.code, d.start, d.end, d.message, d.path, d.severity, [(r.message, r.start) for r in d.related],
                    [(f.title, [(e.start, e.end, e.text) for e in f.edits]) for f in d.fixes])
                   for d in analysis.diagnostics]
    evaluation, graph = analysis.evaluation, analysis.graph
    if evaluation is None or graph is None:
        return diagnostics
    edges = [(e.source, e.target, e.kinds, e.enabled, [(r.kind, r.place.start, r.enabled) for r in e.reasons])
             for e in graph.edges]
    needing = {name: list(edges) for name, edges in graph.needing.items()}
    groups = [(g.type, g.words, list(g.sources.items()), list(g.targets.items())) for g in graph.groups]
    values = [(name, repr((v.properties, v.metadata, v.update_policy, v.deletion_policy)), v.enabled,
               [(r.kind, r.target, r.place.start, r.enabled, r.steps, r.section) for r in v.references])
              for name, v in evaluation.resources.items()]
    outputs = [(name, repr(v.value), v.enabled, len(v.references)) for name, v in evaluation.outputs.items()]
    order = graph.order
    follows = [(e.redundant, order.among(order.implied_by_text, e.source, e.target)) for e in graph.edges]
    far = [(sorted(graph.needs(name)), sorted(graph.needed_by(name))) for name in list(graph.nodes)[:40]]
    return (diagnostics, edges, needing, groups, graph.cycles, graph.waves, graph.critical_path, follows, far,
            [(name, node.enabled, node.resource.type) for name, node in graph.nodes.items()], values, outputs,
            [(name, repr(value)) for name, value in evaluation.parameters.items()], evaluation.conditions)


EDITS = [("heat_template", "# before all\nheat_template"), ("2018-08-31\n", "2018-08-31  # a version\n"),
         ("parameters:\n", "description: >\n  of two\n  lines\nparameters:\n"), ("cirros", "{get_param: flavor}"),
         ("cirros", "{get_param: nope}"),
         ("get_resource: port", "get_resource: nope"),
         ("depends_on: [subnet]", "depends_on: [server]"), ("    properties: {network: {get_resource: net}}\n", ""),
         ("condition: big", "condition: bag"), ("OS::Neutron::Port", "OS::Nova::Server"), ("  port:", "  puerto:"),
         ("{get_param: flavor}\n", "x\n"), ("first_address", "last_address"), ("  ip:\n", "  ip2:\n"),
         ("cidr:", "cidrr:"),
         ("m1.small", "m1.big"), ("outputs:\n", "outputs:\n  more: {value: {get_resource: server}}\n"),
         ("      image: cirros\n", "      image: cirros\n      image: fedora\n"), ("2018-08-31", "2013-05-23"),
         ("      networks:\n", "      networks: [\n"), ("        - port: {get_resource: port}", "        - port: !x y")]


def test_each_edit_and_back() -> None:
    before = told(analyse(BASE))
    for old, new in EDITS:
        assert old in BASE
        text = BASE.replace(old, new, 1)
        analysis = reanalyse(analyse(BASE), text)
        assert told(analysis) == told(analyse(text)), (old, new)
        assert told(reanalyse(analysis, BASE)) == before, (old, new)


def test_edits_one_after_the_other() -> None:
    rng = random.Random(11)
    analysis, text = analyse(BASE), BASE
    for _ in range(60):
        old, new = rng.choice(EDITS)
        text = text.replace(old, new, 1) if rng.random() < 0.6 else text.replace(new or "\n\n\n", old, 1)
        analysis = reanalyse(analysis, text)
        assert told(analysis) == told(analyse(text))


def test_what_goes_makes_room_for_what_comes_into_a_group() -> None:
    way = "  {}: {{type: OS::Neutron::RouterInterface, properties: {{router: r, subnet: {{get_resource: {}}}}}}}\n"
    head = "heat_template_version: 2018-08-31\nresources:\n"
    rest = """\
  sub: {type: OS::Neutron::Subnet, properties: {network: n, cidr: 10.0.0.0/24}}
  other: {type: OS::Neutron::Subnet, properties: {network: n, cidr: 10.0.1.0/24}}
  port: {type: OS::Neutron::Port, properties: {network: n, fixed_ips: [{subnet: {get_resource: sub}}]}}
  floating: {type: OS::Neutron::FloatingIP, properties: {floating_network: p, port_id: {get_resource: port}}}
"""
    analysis = analyse(head + way.format("b", "other") + way.format("a", "sub") + rest + way.format("c", "sub"))
    text = head + way.format("b", "sub") + way.format("a", "sub") + rest
    assert told(reanalyse(analysis, text)) == told(analyse(text))


CORPUS = Path(os.environ.get("HOT_DESIGNER_CORPUS") or Path(__file__).parents[2] / ".." / "shared" / "corpus")


def test_edits_of_real_templates() -> None:
    cases = CORPUS / "cases.txt"
    names = cases.read_text().split() if cases.exists() else []
    rng = random.Random(5)
    until = time.monotonic() + SECONDS
    for name in names[::3]:
        text = (CORPUS / "templates" / name).read_text()
        if time.monotonic() > until:
            break
        _follow(text, rng, 4)


SECONDS = 20.0
RICH = """\
heat_template_version: 2018-08-31
description: |
  What this is


parameters:
  flavor: {type: string, default: m1.small}
  public: {type: string}
  size:
    type: number
    constraints: [{range: {min: 1, max: 9}}]
  stage: {type: string, default: test}

parameter_groups:
- parameters: [flavor, size]

conditions:
  big: {equals: [{get_param: flavor}, m1.big]}
  production: {equals: [{get_param: stage}, production]}
  both: {and: [big, {not: production}]}
  open: {equals: [{get_param: public}, x]}

resources:
  net:
    type: OS::Neutron::Net
  subnet:
    type: OS::Neutron::Subnet
    properties:
      network: {get_resource: net}
      cidr: 10.0.0.0/24
  # comes and goes
  spare:
    type: OS::Neutron::Subnet
    condition: big
    properties: {network: {get_resource: net}, cidr: 10.0.1.0/24}
  router:
    type: OS::Neutron::Router
    properties: {external_gateway_info: {network: {get_param: public}}}
  interface:
    type: OS::Neutron::RouterInterface
    properties: {router: {get_resource: router}, subnet: {get_resource: subnet}}

  port:
    type: OS::Neutron::Port
    condition: open
    properties:
      network: {if: [both, {get_resource: net}, {get_param: public}]}
      fixed_ips: [{subnet: {get_resource: subnet}}]
  server:
    type: OS::Nova::Server
    depends_on: [subnet]
    properties:
      image: cirros
      flavor: {get_param: flavor}
      networks:
        - port: {get_resource: port}
        - network: {get_resource: net}
  floating:
    type: OS::Neutron::FloatingIP
    properties: {floating_network: {get_param: public}, port_id: {get_resource: port}}
  policy:
    type: OS::Heat::AccessPolicy
    properties: {AllowedResources: [server, fresh, port]}
  group:
    type: OS::Heat::ResourceGroup
    properties:
      count: {get_param: size}
      resource_def: {type: OS::Nova::Server, properties: {image: {get_attr: [server, name]}, flavor: x}}
  deployment:
    type: OS::Heat::SoftwareDeployment
    properties: {server: {get_resource: server}, config: {get_resource: config}}
  config: {type: OS::Heat::SoftwareConfig}

outputs:
  ip:
    condition: production
    value: {get_attr: [server, first_address]}
  id: {value: {get_resource: port}}
"""


def test_random_edits_of_a_rich_template() -> None:
    rng = random.Random(3)
    until = time.monotonic() + SECONDS
    for _ in range(60):
        if time.monotonic() > until:
            break
        _follow(RICH, rng, 8)


def _follow(text: str, rng: random.Random, steps: int) -> None:
    """Edits one after the other, each held against the analysis of its text."""
    analysis = analyse(text)
    for _ in range(steps):
        before, text = text, edited(text, rng)
        analysis = reanalyse(analysis, text)
        assert told(analysis) == told(analyse(text)), (before, text)
