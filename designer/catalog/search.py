"""Looking a resource type up by words, as a list that is typed into does."""

from __future__ import annotations

from designer.catalog.services import GROUPS, group_of, label_of
from designer.catalog.store import purpose_of, type_names

# What templates are mostly made of, in the order in which one is begun.
COMMON = (
    "OS::Nova::Server",
    "OS::Neutron::Net",
    "OS::Neutron::Subnet",
    "OS::Neutron::Port",
    "OS::Neutron::Router",
    "OS::Neutron::RouterInterface",
    "OS::Neutron::SecurityGroup",
    "OS::Neutron::FloatingIP",
    "OS::Cinder::Volume",
    "OS::Cinder::VolumeAttachment",
    "OS::Heat::ResourceGroup",
    "OS::Octavia::LoadBalancer",
)
_WHOLE, _WORD, _START, _PART, _TYPE, _PURPOSE = range(6)


def find_types(query: str) -> list[str]:
    """Names of the types that have every word of `query` in their name, label or purpose, the likeliest first.

    Before others stands what is called so as a whole ("port": a Port, of whichever service), then what has the words
    in its label, and among equals what is common.
    """
    words = query.lower().split()
    found = []
    for name in type_names():
        rank = _rank(name, words)
        if rank is not None:
            common = COMMON.index(name) if name in COMMON else len(COMMON)
            found.append((rank, common, GROUPS.index(group_of(name)), label_of(name), name))
    return [each[-1] for each in sorted(found)]


def _rank(name: str, words: list[str]) -> int | None:
    label, called, purpose = label_of(name).lower(), name.lower(), purpose_of(name).lower()
    parts = label.split()
    whole = " ".join(words)
    if whole in (label, " ".join(parts[1:]), called):
        return _WHOLE
    ranks = []
    for word in words:
        if word in parts or (len(parts) == 2 and len(parts[1]) > 2 and word.startswith(parts[1])):  # a network: a Net
            ranks.append(_WORD)
        elif any(part.startswith(word) for part in parts):
            ranks.append(_START)
        elif word in label:
            ranks.append(_PART)
        elif word in called:
            ranks.append(_TYPE)
        elif word in purpose:
            ranks.append(_PURPOSE)
        else:
            return None
    return max(ranks, default=_PURPOSE)
