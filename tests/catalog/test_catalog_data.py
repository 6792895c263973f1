"""The shipped facts: complete, readable, canonical, and right where we know what is right."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from designer import catalog
from designer.catalog.resource_type import ResourceType
from designer.catalog.schema import PropertySchema
from designer.catalog.store import DATA, file_name
from designer.catalog.write import pretty

KINDS = {"String", "Integer", "Number", "Boolean", "Map", "List", "Any"}
STATUSES = {"SUPPORTED", "DEPRECATED", "UNSUPPORTED", "HIDDEN"}
# Types of services that were retired, or whose work is done elsewhere altogether: nothing takes their place.
WITHOUT_SUCCESSOR = ("OS::Sahara::", "OS::Senlin::", "OS::Monasca::", "OS::Vitrage::", "OS::Heat::HARestarter")


def every_type() -> list[ResourceType]:
    found = [catalog.find(name) for name in catalog.type_names(hidden=True)]
    assert None not in found
    return [each for each in found if each is not None]


def every_schema(schemas: dict[str, PropertySchema]) -> list[PropertySchema]:
    result = []
    for schema in schemas.values():
        while schema is not None:
            result.append(schema)
            result += every_schema(schema.schema or {})
            schema = schema.item
    return result


def test_counts() -> None:
    assert catalog.heat_version() == "27.0.1"
    types = every_type()
    assert len(types) == 201
    count = dict.fromkeys(STATUSES, 0)
    for each in types:
        count[each.support.status] += 1
    assert count == {"SUPPORTED": 157, "UNSUPPORTED": 5, "DEPRECATED": 1, "HIDDEN": 38}
    assert len(catalog.type_names()) == 163
    assert sum(each.placeholder for each in types if each.hidden) == 32
    assert sum(each.nested_stack for each in types) == 11


def test_every_file_is_listed_and_canonical() -> None:
    files = set(os.listdir(os.path.join(DATA, "types")))
    assert files == {file_name(name) for name in catalog.type_names(hidden=True)}
    for file in files:
        text = Path(DATA, "types", file).read_text(encoding="utf-8")
        assert text == pretty(json.loads(text)) + "\n"


def test_every_type_is_whole() -> None:
    for each in every_type():
        assert each.support.status in STATUSES
        assert each.attributes["show"].type == "Map"
        schemas = every_schema(each.properties) + every_schema(each.update_policy)
        for schema in schemas:
            assert schema.type in KINDS
            assert schema.description is None
            assert (schema.schema is None) or schema.type == "Map"
            assert (schema.item is None) or schema.type == "List"
            for constraint in schema.constraints:
                if constraint.kind == "custom_constraint":
                    assert catalog.constraint_entity(constraint.value) is not None, constraint
            if schema.entity is not None:
                entity = catalog.constraint_entity(schema.entity)
                assert entity is not None and entity.cloud
        for attribute in each.attributes.values():
            assert attribute.type in KINDS | {None}
            assert attribute.description is None
        assert each.description is None
    for each in every_type():
        since = [each.support] + [schema.support for schema in every_schema(each.properties)]
        for support in since:
            step = support
            while step is not None:
                assert step.since is None or catalog.release_rank(step.since) is not None, (each, step.since)
                step = step.previous


def test_no_sentence_of_heat_is_shipped() -> None:
    for file in os.listdir(os.path.join(DATA, "types")):
        assert '"description"' not in Path(DATA, "types", file).read_text(encoding="utf-8").replace(
            '"description": {', ""
        )


def test_hidden_types_name_what_replaces_them() -> None:
    for each in every_type():
        if each.hidden and not each.name.startswith(WITHOUT_SUCCESSOR):
            assert each.replaced_by, each
        if each.replaced_by:
            successor = catalog.find(each.replaced_by)
            assert successor is not None and not successor.hidden


@pytest.mark.parametrize(
    ("name", "successor"),
    [
        ("OS::Nova::FloatingIP", "OS::Neutron::FloatingIP"),
        ("OS::Heat::SoftwareDeployments", "OS::Heat::SoftwareDeploymentGroup"),
        ("OS::Neutron::LBaaS::Pool", "OS::Octavia::Pool"),
        ("OS::Neutron::RouterGateway", "OS::Neutron::Router"),
        ("OS::Glance::Image", "OS::Glance::WebImage"),
        ("OS::Magnum::BayModel", "OS::Magnum::ClusterTemplate"),
        ("OS::Sahara::Cluster", None),
    ],
)
def test_successors(name: str, successor: str | None) -> None:
    found = catalog.find(name)
    assert found is not None and found.hidden
    assert found.replaced_by == successor


def test_replaced_properties_stand_beside_their_successors() -> None:
    for each in every_type():
        for name, schema in each.properties.items():
            if schema.support.replaced_by:
                assert schema.support.replaced_by in each.properties, (each, name)
        for attribute in each.attributes.values():
            if attribute.support.replaced_by:
                assert attribute.support.replaced_by in each.attributes
    server = catalog.find("OS::Nova::Server")
    assert server is not None
    uuid = server.property_at(("networks", 0, "uuid"))
    assert uuid is not None and uuid.support.replaced_by == "network"
    assert server.attributes["first_address"].support.replaced_by == "networks"


def test_purposes() -> None:
    for each in every_type():
        assert 10 < len(each.purpose) <= 110, each
        assert each.purpose[0].isupper() and each.purpose.endswith(".")
        # A stub that does nothing must say so, and nothing else may.
        stub = "does nothing any more" in each.purpose
        assert stub == (each.placeholder and each.hidden) or each.name == "OS::Glance::Image"
    assert set(json.loads(Path(DATA, "purposes.json").read_text("utf-8"))) == set(catalog.type_names(hidden=True))


def test_groups_labels_and_tiers() -> None:
    seen = set()
    for each in every_type():
        assert each.group in catalog.GROUPS
        assert each.tier in catalog.TIERS
        assert len(each.label) <= 45 and "::" not in each.label
        seen.add(each.group)
    assert seen == set(catalog.GROUPS) and len(catalog.GROUPS) == 8
    visible = [each.label for each in every_type() if not each.hidden]
    assert len(visible) == len(set(visible))


def test_entities_agree_with_types() -> None:
    for name in json.loads(Path(DATA, "entities.json").read_text("utf-8")):
        entity = catalog.constraint_entity(name)
        assert entity is not None
        for type_name in entity.types:
            assert catalog.find(type_name) is not None
            assert name in catalog.entities_made_by(type_name)
    local = {"net_cidr", "ip_addr", "ip_or_cidr", "mac_addr", "dns_name", "rel_dns_name", "dns_domain"}
    local |= {"timezone", "cron_expression", "expiration", "iso_8601", "json_string"}
    names = json.loads(Path(DATA, "entities.json").read_text("utf-8"))
    assert {name for name, facts in names.items() if not facts.get("cloud")} == local


def test_what_we_add_is_in_the_facts() -> None:
    additions = json.loads(Path(DATA, "additions.json").read_text("utf-8"))
    for name, entities in additions["entity"].items():
        found = catalog.find(name)
        assert found is not None
        for path, entity in entities.items():
            schemas, schema = found.properties, None
            for key in path.split("."):
                schema = schemas[key]
                while schema.item is not None:
                    schema = schema.item
                schemas = schema.schema or {}
            assert schema is not None and schema.entity == entity, (name, path)
    for name, reference in additions["reference"].items():
        found = catalog.find(name)
        assert found is not None and found.reference == reference
    for name, successor in additions["replaced_by"].items():
        found = catalog.find(name)
        assert found is not None and found.replaced_by == successor
    for name, defined in additions["defines"].items():
        found = catalog.find(name)
        assert found is not None and {key: found.properties[key].defines for key in defined} == defined


def test_server_facts() -> None:
    server = catalog.find("OS::Nova::Server")
    assert server is not None
    flavor = server.properties["flavor"]
    assert (flavor.type, flavor.required, flavor.update_allowed, flavor.entity) == ("String", True, True, "nova.flavor")
    assert [repr(each) for each in flavor.constraints] == ["Constraint('custom_constraint', 'nova.flavor')"]
    port = server.property_at(("networks", 3, "port"))
    assert port is not None and port.entity == "neutron.port"
    subnet = server.property_at(("networks", 0, "subnet"))
    assert subnet is not None and subnet.entity == "neutron.subnet" and subnet.constraints == ()
    config_drive = server.properties["config_drive"]
    assert config_drive.type == "Boolean" and not config_drive.has_default
    update_policy = server.properties["image_update_policy"]
    assert update_policy.has_default and update_policy.default == "REBUILD"
    assert update_policy.constraints[0].value == [
        "REBUILD",
        "REPLACE",
        "REBUILD_PRESERVE_EPHEMERAL",
    ]
    assert server.deletion_policies == ("Delete", "Retain", "Snapshot")
    assert "needs_replace_with_prop_diff" in server.overrides
    assert server.name_limit == 53


def test_other_facts() -> None:
    key = catalog.find("OS::Nova::KeyPair")
    group = catalog.find("AWS::AutoScaling::AutoScalingGroup")
    none = catalog.find("OS::Heat::None")
    subnet = catalog.find("OS::Neutron::Subnet")
    assert key is not None and group is not None and none is not None and subnet is not None
    assert key.reference == "name"
    assert key.deletion_policies == ("Delete", "Retain")
    rolling = group.update_policy["AutoScalingRollingUpdate"]
    assert rolling.schema is not None and rolling.schema["MinInstancesInService"].default == 0
    assert none.placeholder and none.any_attribute and not none.hidden
    assert subnet.properties["network_id"].support.status == "HIDDEN"
    assert subnet.properties["network_id"].support.replaced_by == "network"
    assert {"from": ["network_id"], "path": ["network"], "rule": "replace"} in subnet.translation
    assert not key.any_attribute
