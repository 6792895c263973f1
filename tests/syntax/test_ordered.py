"""An order that is kept elsewhere, and long sections that are moved by shelves."""

from __future__ import annotations

import random

from designer.syntax import Mapping, read, walk
from designer.syntax.document import Document
from designer.syntax.ordered import Ordered
from designer.syntax.parts import reread_parts


def test_a_name_in_the_middle() -> None:
    order = ["a", "b", "c"]
    found: Ordered[int] = Ordered(lambda: order)
    found.update({"a": 1, "c": 3})
    assert list(found) == ["a", "c"]
    found["b"] = 2
    found.disorder()
    for _ in range(2):  # worked out once, and kept
        assert list(found) == list(found.keys()) == found.names() == ["a", "b", "c"]
        assert list(found.values()) == [1, 2, 3]
        assert list(found.items()) == list(dict(found).items()) == [("a", 1), ("b", 2), ("c", 3)]
        assert list(reversed(found)) == ["c", "b", "a"]
    assert dict(found.copy()) == {"a": 1, "b": 2, "c": 3} == {**found}
    del found["b"]
    assert list(found) == ["a", "c"] and len(found) == 2 and "b" not in found


def test_an_order_of_its_own() -> None:
    places = {"a": 10, "b": 20, "c": 30, "d": 40}
    found: Ordered[int] = Ordered()
    found.update({"b": 2, "d": 4})
    found.put("c", 3, places.__getitem__)
    found.put("a", 1, places.__getitem__)
    assert list(found.items()) == [("a", 1), ("b", 2), ("c", 3), ("d", 4)]
    found.drop("b")
    places["e"] = 5
    found.put("e", 5, places.__getitem__)
    assert list(found) == ["e", "a", "c", "d"]


def entries_of(document: Document) -> list[tuple[str, int, int]]:
    assert document.root is not None
    return [(type(node).__name__, node.start, node.end) for node in walk(document.root)]


def test_long_sections_follow_edits() -> None:
    rng = random.Random(3)
    names = [f"r{number}" for number in range(300)]
    texts = {name: f"  {name}:\n    type: OS::Heat::Value\n    properties: {{value: {name}}}\n" for name in names}

    def whole() -> str:
        return ("heat_template_version: 2018-08-31\nresources:\n" + "".join(texts[name] for name in names)
                + "outputs:\n" + "".join(f"  o{number}: {{value: {number}}}\n" for number in range(300)))

    document = read(whole())
    for step in range(24):
        at, to = rng.randrange(len(names)), rng.randrange(len(names))
        what = step % 4
        if what == 0:
            texts[names[at]] += "    # " + "x" * rng.randrange(9) + "\n"
        elif what == 1:
            names.insert(to, f"n{step}")
            texts[f"n{step}"] = f"  n{step}: {{type: OS::Heat::None}}\n"
        elif what == 2:
            names.insert(to, names.pop(at))  # up as well as down
        else:
            del names[at]
        document, touched = reread_parts(document, whole())
        assert touched is not None, step
        assert touched["resources"].reordered is (what == 2 and at != to)
        fresh = read(whole())
        assert entries_of(document) == entries_of(fresh)
        assert isinstance(document.root, Mapping)
        section = document.root.index["resources"]
        assert isinstance(section, Mapping)
        assert list(section.index) == names == [key.value for key, _ in section.entries]
        assert section.index[names[-1]].path() == ("resources", names[-1])
