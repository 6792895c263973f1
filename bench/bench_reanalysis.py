"""What the server does after an edit: the analysis, the problems and marks, and what changed in the picture."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable

from bench.generate import template
from web import presenting
from web.documents import Opened
from web.gate import Gate
from web.pictures import Choice, changes, picture
from web.store import Source

RUNS = 3
SIZES = {100: 15, 1_000: 50, 10_000: 0}
OPEN = Choice(collapse=("none",))


def a_value(text: str, number: int) -> str:
    """One property has another value."""
    return re.sub(r"size: (\d+|\{get_param: volume_size\})", f"size: {number + 1}", text, count=1)


def a_connection(text: str, number: int) -> str:
    """A server waits for another volume, or no more."""
    if "\n    depends_on: volume_0_1\n" in text:
        return text.replace("\n    depends_on: volume_0_1\n", "\n", 1)
    return text.replace("  server_0_0:\n", "  server_0_0:\n    depends_on: volume_0_1\n", 1)


def a_resource(text: str, number: int) -> str:
    """A port comes into the middle, or goes."""
    added = ("  added:\n    type: OS::Neutron::Port\n    properties:\n      network: {get_resource: net_0}\n"
             "      fixed_ips: [{subnet: {get_resource: subnet_0}}]\n")
    if added in text:
        return text.replace(added, "", 1)
    return text.replace("  volume_0_1:\n", added + "  volume_0_1:\n", 1)


def a_name(text: str, number: int) -> str:
    """A network gets another name, and what refers to it follows."""
    was, now = ("renamed_net", "net_0") if "  renamed_net:" in text else ("net_0", "renamed_net")
    return re.sub(rf"\b{was}\b", now, text)


def a_parameter(text: str, number: int) -> str:
    """A value becomes a parameter, or a parameter a value."""
    if "  extracted:" in text:
        return text.replace("  extracted: {type: string, default: vxlan}\n", "", 1).replace(
            "{get_param: extracted}", "vxlan", 1)
    return text.replace("conditions:\n", "  extracted: {type: string, default: vxlan}\nconditions:\n", 1).replace(
        "vxlan}", "{get_param: extracted}}", 1)


EDITS: list[tuple[str, Callable[[str, int], str], Choice]] = [
    ("a value", a_value, Choice()), ("a connection", a_connection, Choice()), ("a resource", a_resource, Choice()),
    ("a name and its references", a_name, Choice()), ("a parameter", a_parameter, Choice()),
    ("a value, all cards shown", a_value, OPEN), ("a resource, all cards shown", a_resource, OPEN)]


def run() -> list[tuple[str, float, str, str]]:
    """Milliseconds for each kind of edit at each size, the least of a few runs, and how they grow."""
    rows: list[tuple[str, float, str, str]] = []
    found: dict[str, dict[int, float]] = {}
    for size, most in SIZES.items():
        text = template(size)
        for words, edit, choice in EDITS:
            if size > 1_000 and choice is OPEN:
                continue
            spent = found.setdefault(words, {})[size] = 1000 * min(_edits(text, edit, choice))
            rows.append((f"{words}, {size}", spent, "ms", f"at most {most}" if most else ""))
    rows += [(f"{words}, 10,000 against 1,000", spent[10_000] / spent[1_000], "times", "at most 3")
             for words, spent in found.items() if 10_000 in spent]
    return rows


def _edits(text: str, edit: Callable[[str, int], str], choice: Choice) -> list[float]:
    gate = Gate(2, 5)
    before = Opened(Source("bench.yaml", text.encode()), gate)
    picture(before, choice)
    spent = []
    for number in range(RUNS + 1):
        text = edit(text, number)
        gc.collect()
        gc.disable()
        started = time.thread_time()
        now = Opened(Source("bench.yaml", text.encode()), gate, before)
        now.grew_from(before)
        presenting.problems(now)
        presenting.marks(now)
        presenting.counts(now)
        assert changes(before, now, choice) is not None
        spent.append(time.thread_time() - started)
        gc.enable()
        before = now
    return spent[1:]
