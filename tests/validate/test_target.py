"""What a chosen release does not have yet."""

from __future__ import annotations

import pytest

from designer.analysis import analyse
from designer.catalog import release_rank

TEXT = """\
heat_template_version: {version}
resources:
  net:
    type: OS::Neutron::Net
    properties: {{tags: [web]}}
  quota:
    type: OS::Nova::Quota
    properties: {{project: admin}}
outputs:
  mtu: {{value: {{get_attr: [net, mtu]}}}}
"""


@pytest.mark.parametrize(("version", "target", "codes"), [
    ("2013-05-23", "kilo", ["HOT932", "HOT931", "HOT933"]),
    ("2018-08-31", "newton", ["HOT930", "HOT932", "HOT931"]),
    ("2018-08-31", "2026.2", []),
    ("2018-08-31", None, []),
])
def test_newer_than_the_target(version: str, target: str | None, codes: list[str]) -> None:
    rank = release_rank(target) if target else None
    found = analyse(TEXT.format(version=version), target=rank).diagnostics
    assert [d.code for d in found if d.code.startswith("HOT93")] == codes
    assert all(d.severity == "error" for d in found if d.code.startswith("HOT93"))


FUNCTIONS = """\
heat_template_version: 2018-08-31
conditions:
  big: {contains: [a, [a, b]]}
resources:
  value:
    type: OS::Heat::SoftwareConfig
    condition: big
    properties:
      config: {list_join: ["", [{digest: [md5, a]}, {if: [big, {str_split: [",", a]}, b]}]]}
      inputs: {yaql: {expression: "[]"}}
outputs:
  contains: {value: {map_merge: [{a: b}]}}
"""


@pytest.mark.parametrize(("target", "functions"), [
    ("juno", ["contains", "digest", "if", "map_merge", "str_split", "yaql"]),
    ("liberty", ["contains", "if", "map_merge", "yaql"]),
    ("ocata", ["contains"]),
    ("rocky", []),
])
def test_functions_newer_than_the_target(target: str, functions: list[str]) -> None:
    found = analyse(FUNCTIONS, target=release_rank(target)).diagnostics
    assert sorted(d.message.split("`")[1] for d in found if d.code == "HOT934") == functions

RETIRED = """\
heat_template_version: 2015-10-15
resources:
  balancer: {type: OS::Neutron::LBaaS::LoadBalancer, properties: {vip_subnet: a}}
  port: {type: OS::Neutron::Port, properties: {network_id: a}}
"""


@pytest.mark.parametrize(("target", "codes"), [
    ("mitaka", ["HOT421"]), ("2023.1", ["HOT421"]), ("2026.2", ["HOT903", "HOT421"]), (None, ["HOT903", "HOT421"]),
])
def test_what_the_target_still_holds_in_honour(target: str | None, codes: list[str]) -> None:
    found = analyse(RETIRED, target=release_rank(target) if target else None).diagnostics
    assert [d.code for d in found if d.code in ("HOT903", "HOT421")] == codes
