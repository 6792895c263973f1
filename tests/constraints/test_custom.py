"""Custom constraints that need no cloud, in the forms that Heat 27.0.1 takes and refuses."""

from __future__ import annotations

import pytest

from designer.constraints.custom import LOCAL, decide, exists, shape

TAKEN = {
    "cron_expression": ["", "* * * * *", "*/5 0-6/2 1,15 jan-mar mon-fri", "0 0 l * *", "0 0 * * 2#3", "0 0 * * l5",
                        "0 0 15w * *", "0 0 ? * ?", "@daily", "0 0 31 2 *", "0 0 * * * 30", "0 0 * * * 0 2030",
                        "0 0 * * 5-7", "r(1-5) * * * *", "5/15 * * * *"],
    "dns_domain": ["", "example.com.", "a."],
    "dns_name": ["", "a", "a.b.c", "a-b.c.", "1.2", "a" * 63],
    "expiration": ["", "2999-01-01", " 2999-01-01T00:00:00+05:30 "],
    "ip_addr": ["192.0.2.1", "::", "2001:db8::1", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8"],
    "ip_or_cidr": ["192.0.2.1", "192.0.2.0/24", "2001:db8::/32"],
    "iso_8601": ["2020", "2020-1", "20200229", "2020-01-01T00:00:00Z", "2020-01-01 0000", "2020-01-01T10:00:00,5-0330"],
    "json_string": ["", "{}", "[1, NaN]", " 5 "],
    "mac_addr": ["00:11:22:33:44:55", "0-1-2-3-4-5", "0011.2233.4455", "001122-334455", "001122334455", "00112233445"],
    "net_cidr": ["192.0.2.0/24", "192.0.2.1/0", "::/0", "2001:db8::1/64", "2001:db8::/ffff:ffff::"],
    "rel_dns_name": ["", "a.b"],
    "timezone": ["", "UTC", "Europe/Berlin"],
}
REFUSED = {
    "cron_expression": ["* * * *", "60 * * * *", "0 0 0 * *", "*/0 * * * *", "0 0 * foo *", "0 0 15w,16 * *",
                        "0 0 * * 2#6", "0 0 * * 1,2#3", "h * * * *", "-5 * * * *", "0 ? * * *", "x"],
    "dns_domain": ["example.com", "example.1.", "."],
    "dns_name": ["A.b", "-a", "a-", "a..b", "a_b", "a" * 64, "a.1."],
    "expiration": ["2020-01-01", "tomorrow", "9999-12-31T23:59:59-23:00"],
    "ip_addr": ["", "10.0.0", "256.1.1.1", "01.2.3.4", "1::2::3", " 192.0.2.1", "fe80::1%eth0", "192.0.2.0/24", 5],
    "ip_or_cidr": ["", "192.0.2.0/33", "x"],
    "iso_8601": ["202001", "2020-13-01", "2020-02-30", "2020-01-01T24:00", "2020-01-01T00:00+24:00", 2020],
    "json_string": ["{", "{'a': 1}"],
    "mac_addr": ["", "00:11:22:33:44", "00:11:22:33:44:5g", "00:11-22:33:44:55", 5],
    "net_cidr": ["", "192.0.2.0", "192.0.2.0/33", "192.0.2.0/024", "192.0.2.0/255.255.255.0", "10/8", "::/129"],
    "rel_dns_name": ["a.b.", "a" * 63 + "." + "b" * 63 + "." + "c" * 63 + "." + "d" * 61],
    "timezone": ["Europe/Nowhere", "../etc/passwd", "a\0b"],
}


def test_every_constraint_has_a_table() -> None:
    assert set(TAKEN) == set(REFUSED) == LOCAL


@pytest.mark.parametrize("name", sorted(LOCAL))
def test_what_heat_takes(name: str) -> None:
    assert {value: decide(name, value) for value in TAKEN[name]} == dict.fromkeys(TAKEN[name])


@pytest.mark.parametrize("name", sorted(LOCAL))
def test_what_heat_refuses(name: str) -> None:
    assert [value for value in REFUSED[name] if decide(name, value) is None] == []


@pytest.mark.parametrize("name", sorted(LOCAL))
def test_a_shape_takes_all_that_the_constraint_takes(name: str) -> None:
    from re import fullmatch

    expected = shape(name)
    if expected is not None:
        assert [value for value in TAKEN[name] if not fullmatch(expected[0], value)] == []


def test_names() -> None:
    assert exists("nova.flavor") and exists("ip_addr")
    assert not exists("nova.flavour") and not exists("heat.wait_handle") and not exists(None)
