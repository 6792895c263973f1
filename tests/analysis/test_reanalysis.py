"""An analysis made out of the one before is the analysis of the new text."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

from designer.analysis import Analysis, analyse
from designer.reanalysis import reanalyse

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
    diagnostics = [(d.code, d.start, d.end, d.message, d.path, d.severity) for d in analysis.diagnostics]
    graph = analysis.graph
    edges = sorted((e.source, e.target, tuple(e.kinds), e.enabled, tuple((r.kind, r.place.start) for r in e.reasons))
                   for e in graph.edges) if graph is not None else None
    evaluation = analysis.evaluation
    values = {name: (repr(v.properties), v.enabled,
                     [(r.kind, r.target, r.place.start, r.enabled) for r in v.references])
              for name, v in evaluation.resources.items()} if evaluation is not None else None
    outputs = {name: repr(v.value) for name, v in evaluation.outputs.items()} if evaluation is not None else None
    return diagnostics, edges, values, outputs


EDITS = [("cirros", "{get_param: flavor}"), ("cirros", "{get_param: nope}"),
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


CORPUS = Path(os.environ.get("HOT_DESIGNER_CORPUS") or Path(__file__).parents[2] / ".." / "shared" / "corpus")


def test_edits_of_real_templates() -> None:
    cases = CORPUS / "cases.txt"
    names = cases.read_text().split() if cases.exists() else []
    rng = random.Random(5)
    for name in names[::9]:
        text = (CORPUS / "templates" / name).read_text()
        analysis = analyse(text)
        for _ in range(3):
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice(["x", "\n", "", ": ", "  "]) + text[at + rng.choice([0, 1, 9]):]
            analysis = reanalyse(analysis, text)
            assert told(analysis) == told(analyse(text)), name
