"""A scene made out of the one before an edit is the scene of the new text."""

from __future__ import annotations

import importlib
import random
from typing import Any

import pytest

from designer.analysis import analyse
from designer.layout import MANY, Options, Scene, compose, scene_of, severities_of
from designer.reanalysis import reanalyse

CHOICES = [Options(), Options(collapse=["*"]), Options(collapse=["/tiers/net1", "/tiers//OS::Heat::Value"]),
           Options(waves=True), Options(("hidden", "redundant"), badges=False), Options(())]
KINDS = {
    "net": "OS::Neutron::Net", "sub": "OS::Neutron::Subnet", "port": "OS::Neutron::Port", "server": "OS::Nova::Server",
    "group": "OS::Neutron::SecurityGroup", "router": "OS::Neutron::Router", "way": "OS::Neutron::RouterInterface",
    "value": "OS::Heat::Value", "floating": "OS::Neutron::FloatingIP", "volume": "OS::Cinder::Volume",
}
PROPERTIES = {
    "net": "{}", "sub": "{network: {get_resource: net%}, cidr: 10.0.0.0/24}", "server": "{flavor: f, networks: [{port: "
    "{get_resource: port%}}]}", "port": "{network: {get_resource: net%}, fixed_ips: [{subnet: {get_resource: sub%}}], "
    "security_groups: [{get_resource: group0}]}", "group": "{}", "router": "{}", "volume": "{size: 1}",
    "way": "{router: {get_resource: router%}, subnet: {get_resource: sub%}}",
    "value": "{value: {get_attr: [server%, x]}}",
    "floating": "{floating_network: public, port_id: {get_resource: port%}}",
}


class Written:
    """A template that edits change resource by resource."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.resources = {f"{kind}{n}": self._body(kind, n) for n in range(4) for kind in KINDS}

    def _body(self, kind: str, number: int) -> str:
        rng = self.rng
        near = str(number if rng.random() < 0.8 else rng.randrange(4))
        waits = "".join(f", depends_on: {name}" for name in rng.sample(list(KINDS), 1) if rng.random() < 0.04)
        when = f", condition: {rng.choice(['off', 'open'])}" if rng.random() < 0.1 else ""
        waits += near if waits else ""
        return f"{{type: {KINDS[kind]}{waits}{when}, properties: {PROPERTIES[kind].replace('%', near)}}}"

    def edit(self) -> None:
        rng, resources = self.rng, self.resources
        name = rng.choice(list(resources))
        kind = name.rstrip("0123456789_")
        what = rng.random()
        if what < 0.5:
            resources[name] = self._body(kind, int(name.strip("_")[-1]))
        elif what < 0.65 and len(resources) > 20:
            del resources[name]
        elif what < 0.8:
            renamed = name.rstrip("_") if name.endswith("_") else name + "_"
            self.resources = {renamed if each == name else each: body.replace(f"get_resource: {name}}}",
                                                                              f"get_resource: {renamed}}}")
                              for each, body in resources.items()}
        else:
            kind = rng.choice(list(KINDS))
            number = rng.randrange(4)
            entries = list(resources.items())
            if f"{kind}{number}_" not in resources:
                entries.insert(rng.randrange(len(entries) + 1), (f"{kind}{number}_", self._body(kind, number)))
            self.resources = dict(entries)

    @property
    def text(self) -> str:
        return ("heat_template_version: 2021-04-16\nparameters:\n  p: {type: string}\nconditions:\n  off: false\n"
                "  open: {equals: [{get_param: p}, x]}\nresources:\n"
                + "".join(f"  {name}: {body}\n" for name, body in self.resources.items()))


def told(scene: Scene) -> Any:
    """All that a scene shows."""
    cards = [[getattr(card, slot) for slot in card.__slots__] for card in scene.cards.values()]
    links = sorted((link.source, link.target, sorted(link.kinds), link.style, str(link.enabled), link.count)
                   for link in scene.links)
    containers = [[(each.id, each.label, each.icon, each.members) for each in some]
                  for some in (scene.containers, scene.collapsed)]
    return cards, links, [(b.id, b.words, b.sources, b.targets) for b in scene.bundles], containers, scene.waves


@pytest.mark.parametrize("many", [MANY, 10])
def test_scenes_follow_edits(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("tiers", "draft"):
        monkeypatch.setattr(importlib.import_module(f"designer.layout.{name}"), "MANY", many)
    for number, options in enumerate(CHOICES, many):
        written = Written(random.Random(number))
        analysis = analyse(written.text)
        scene = scene_of(analysis, options)
        kept = 0
        for _ in range(15):
            written.edit()
            analysis = reanalyse(analysis, written.text)
            draft, scene = scene.draft, scene_of(analysis, options, scene)
            kept += scene.draft is draft
            fresh = analyse(written.text)
            assert fresh.graph is not None
            expected = compose(fresh.graph, options, fresh.evaluation, severities_of(fresh.diagnostics))
            assert told(scene) == told(expected), written.text
        assert kept > 3, number


def test_a_scene_is_followed_once() -> None:
    written = Written(random.Random(1))
    analysis = analyse(written.text)
    scene = scene_of(analysis)
    again = [scene_of(analysis, None, scene) for _ in range(2)]
    assert again[0].draft is not again[1].draft
    assert told(again[0]) == told(again[1]) == told(scene)


def test_the_first_hidden_group_takes_the_place_of_an_edge() -> None:
    text = """heat_template_version: 2021-04-16
resources:
  gate: {type: OS::Neutron::RouterGateway, properties: {router_id: r, network: p}}
  last: {type: OS::Heat::Value, depends_on: [address, gate], properties: {value: 1}}
  address: {type: OS::Neutron::FloatingIP, depends_on: gate, properties: {floating_network: q}}
"""
    later = text.replace("depends_on: gate, properties: {floating_network: q}", "properties: {floating_network: p}")
    analysis = analyse(text)
    assert analysis.graph is not None and not analysis.graph.groups
    scene = scene_of(analysis)
    assert ("last", "gate") not in {(link.source, link.target) for link in scene.links}
    analysis = reanalyse(analysis, later)
    assert analysis.graph is not None and analysis.graph.groups
    assert told(scene_of(analysis, None, scene)) == told(scene_of(analyse(later)))
