"""Values for a property, as its schema in the catalog wants them, or just not."""

from __future__ import annotations

import random
import re
from typing import Any

from designer import catalog
from designer.catalog import Constraint, PropertySchema

SAMPLES = {
    "net_cidr": ("10.5.0.0/16", "192.0.2.0/24", "2001:db8::/48"),
    "ip_addr": ("10.5.0.7", "2001:db8::7"),
    "ip_or_cidr": ("10.5.0.7", "10.5.0.0/24"),
    "mac_addr": ("fa:16:3e:01:02:03",),
    "dns_name": ("www.example.org", "www"),
    "dns_domain": ("example.org.",),
    "rel_dns_name": ("www",),
    "timezone": ("UTC", "Europe/Paris"),
    "cron_expression": ("* * * * *", "0 5 * * 1"),
    "expiration": ("2098-01-01T00:00:00",),
    "iso_8601": ("2098-01-01",),
    "json_string": ('{"a": 1}', "{}"),
}
BROKEN = {
    "net_cidr": ("10.5.0.0/33", "10.5.0.7.1/24", "10.5.0.0", "nonsense", "10.0.0.0 /8", "300.0.0.0/8"),
    "ip_addr": ("10.5.0.256", "10.5.0.0/24", "nonsense", ""),
    "ip_or_cidr": ("10.5.0.300", "x/y"),
    "mac_addr": ("fa:16:3e:01:02", "zz:16:3e:01:02:03", "1"),
    "dns_name": ("-x.example.org", "a..b", "x" * 300, "_a.b"),
    "dns_domain": ("example.org", "org.", "-a.org."),
    "rel_dns_name": ("x" * 70, "a..b", "www."),
    "timezone": ("Europe/Nowhere",),
    "cron_expression": ("* * * *", "61 * * * *", "never"),
    "expiration": ("2001-01-01T00:00:00", "soon"),
    "iso_8601": ("yesterday", "2098-13-01"),
    "json_string": ("{", "no json"),
}
TEXTS = (
    "alpha",
    "b-2",
    "some words",
    "default",
    "1",
    "10.9.8.7",
    "true",
    "http://example.com/x",
    "A",
    "x" * 30,
    "TCP",
    "nova",
    "",
)
UUID = "01234567-89ab-4cde-8f01-23456789abcd"


def fitting(schema: PropertySchema, rng: random.Random, tree: Any = None, depth: int = 0) -> Any:
    """A value that meets a property's schema, mostly; sometimes written as text that Heat converts."""
    for constraint in schema.constraints:
        if constraint.kind == "allowed_values" and schema.type != "List":
            return rng.choice(constraint.value)
    if schema.entity is not None and schema.type in ("String", "Any") and tree is not None and rng.random() < 0.5:
        found = _makers(schema.entity, tree)
        if found:
            return {"get_resource": rng.choice(found)}
    kind = schema.type
    if kind == "Boolean":
        return rng.choice((True, False, True, False, "true", "False", "yes", "0", "on"))
    if kind in ("Integer", "Number"):
        number: Any = _number(schema.constraints, rng)
        if kind == "Number" and rng.random() < 0.3:
            number = float(number)
        return str(number) if rng.random() < 0.2 else number
    if kind == "Map":
        return _map(schema, rng, tree, depth)
    if kind == "List":
        return _list(schema, rng, tree, depth)
    return _text(schema.constraints, rng, anything=kind == "Any")


def properties_of(
    schemas: dict[str, PropertySchema], rng: random.Random, tree: Any = None, share: float = 0.3, depth: int = 0
) -> dict[str, Any]:
    """Values for the properties that are required, and for a share of the others."""
    return {
        name: fitting(schema, rng, tree, depth)
        for name, schema in schemas.items()
        if schema.implemented and schema.support.status != "HIDDEN" and (schema.required or rng.random() < share)
    }


def unfitting(schema: PropertySchema, rng: random.Random) -> Any:
    """A value that a property's schema does not want."""
    breaking = [value for constraint in schema.constraints for value in _breaking(constraint)]
    if breaking and rng.random() < 0.7:
        return rng.choice(breaking)
    return rng.choice(
        {
            "Boolean": ("maybe", 2, [], {}, "", 1.5, ["true"], None),
            "Integer": ("five", [], {}, 1.5, "1.5", True, "", None, [1], "0x1F"),
            "Number": ("five", [], {}, True, "", None, "1e3", "1,5"),
            "Map": ("text", [], 5, True, "{", "[]", "", None, [["a"]], '{"a": 1}'),
            "List": ("a,b", {}, 5, True, "", None, "[1]", {"a": 1}, [None], [[]]),
            "String": ([], {}, ["a"], {"k": "v"}, True, 5, 1.5, None, ""),
            "Any": ([], {}, None, 5, True),
        }[schema.type]
    )


def _makers(entity: str, tree: Any) -> list[str]:
    found: list[str] = []
    known = catalog.constraint_entity(entity)
    if known is None:
        return found
    for name, entry in (tree.get("resources") or {}).items():
        kind = entry.get("type") if isinstance(entry, dict) else None
        if isinstance(kind, str) and kind in known.types:
            found.append(name)
    return found


def _number(constraints: tuple[Constraint, ...], rng: random.Random) -> int:
    low, high, step, offset = 0, 100, 1, 0
    for constraint in constraints:
        if constraint.kind == "range":
            given_low, given_high = constraint.value.get("min"), constraint.value.get("max")
            low = int(given_low if given_low is not None else min(low, given_high))
            high = int(given_high if given_high is not None else low + 100)
        elif constraint.kind == "modulo":
            step, offset = constraint.value["step"], constraint.value["offset"]
    number = rng.choice((low, high, rng.randint(low, high)))
    return number - (number - offset) % step if step else number


def _map(schema: PropertySchema, rng: random.Random, tree: Any, depth: int) -> Any:
    if schema.schema is not None:
        return properties_of(schema.schema, rng, tree, 0.35 if depth < 2 else 0.1, depth + 1)
    low, _ = _length(schema.constraints)
    return {
        rng.choice(TEXTS[:4]) + str(number): rng.choice((*TEXTS[:6], 1, True, ["a"], {"a": "b"}))
        for number in range(max(low, rng.choice((0, 1, 2))))
    }


def _list(schema: PropertySchema, rng: random.Random, tree: Any, depth: int) -> Any:
    low, high = _length(schema.constraints)
    size = min(max(low, rng.choice((0, 1, 1, 2))), high)
    allowed = next((constraint.value for constraint in schema.constraints if constraint.kind == "allowed_values"), None)
    if allowed is not None:
        return rng.sample(list(allowed), min(max(size, 1), len(allowed)))
    if schema.item is None:
        return [rng.choice(TEXTS) for _ in range(size)]
    return [fitting(schema.item, rng, tree, depth + 1) for _ in range(size)]


def _length(constraints: tuple[Constraint, ...]) -> tuple[int, int]:
    for constraint in constraints:
        if constraint.kind == "length":
            return constraint.value.get("min") or 0, constraint.value.get("max") or 1000
    return 0, 1000


def _text(constraints: tuple[Constraint, ...], rng: random.Random, anything: bool) -> Any:
    for constraint in constraints:
        if constraint.kind == "custom_constraint" and constraint.value in SAMPLES:
            return rng.choice(SAMPLES[constraint.value])
    tried: list[Any] = list(TEXTS)
    rng.shuffle(tried)
    tried += [
        "a1",
        "0",
        "aaaaaaaa",
        "fa:16:3e:00:00:07",
        "PT5M",
        "/dev/vdb",
        "-1",
        "0-5",
        "a.b",
        "2098-01-01 10:00",
        UUID,
    ]
    if anything and rng.random() < 0.5:
        return rng.choice((7, True, ["a"], {"k": "v"}))
    low, high = _length(constraints)
    for text in tried:
        if low <= len(text) <= high and all(
            re.match(constraint.value, text) for constraint in constraints if constraint.kind == "allowed_pattern"
        ):
            return text if text or rng.random() < 0.3 else "text"
    return "x" * max(low, 1)


def _breaking(constraint: Constraint) -> list[Any]:
    kind, value = constraint.kind, constraint.value
    if kind == "allowed_values":
        first = value[0]
        return [f"{first}x", str(first).swapcase(), "", 0, [first], "other"]
    if kind == "range":
        return [value[bound] + by for bound, by in (("min", -1), ("max", 1)) if value.get(bound) is not None] + [
            -(2**31),
            2**40,
        ]
    if kind == "length":
        return (["x" * (value["max"] + 1)] if value.get("max") is not None and value["max"] < 10000 else []) + (
            ["x" * (value["min"] - 1)] if value.get("min") else []
        )
    if kind == "modulo":
        return [value["offset"] + 1]
    if kind == "allowed_pattern":
        return ["", "?!", "é", " a", "a" * 300, "a\n", "0 0"]
    return list(BROKEN.get(value, ("", 5, ["a"], {"a": "b"})))
