"""Which implementation stands for a resource type: the resource registry of an environment.

Source: heat.engine.environment, ResourceRegistry and the ResourceInfo classes.
"""

from __future__ import annotations

from designer import catalog

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

TEMPLATE_ENDINGS = (".yaml", ".template")
_DEEPEST = 20


class Resolution:
    """What a resource type stands for: a type of the catalog, or a template; `type_name` is its last name."""

    __slots__ = ("type_name", "template", "base")

    def __init__(self, type_name: str, template: str | None = None, base: str = "") -> None:
        self.type_name = type_name
        self.template = template
        self.base = base


class _Endless(Exception):
    """An entry leads back to itself: Heat follows it for ever."""


class _Entry:
    __slots__ = ("path", "name", "value", "base")

    def __init__(self, path: tuple[str, ...], value: str, base: str) -> None:
        self.path = path
        self.name = path[-1]
        self.value = value
        self.base = base


class Registry:
    """The `resource_registry` sections of all environments given, merged; without one, every type is the catalog's.

    `broken` are the names that stand for a map, which Heat comes upon when it looks for a type of that name.
    """

    __slots__ = ("entries", "resources", "broken")

    def __init__(self) -> None:
        self.entries: dict[str, _Entry] = {}
        self.resources: dict[str, dict[str, _Entry]] = {}
        self.broken: set[str] = set()

    def load(self, section: dict[str, Any], base: str, later: bool = False) -> None:
        """Take in a section as read; names of templates in it are relative to the folder `base`.

        One that is read `later` than another takes the place of its entries, of all single resources' at once, and can
        take none back.
        """
        own_base = section.get("base_url")
        base = own_base if isinstance(own_base, str) else base
        for name, value in section.items():
            if name == "resources" and isinstance(value, dict):
                if later:
                    self.resources.clear()
                for resource, mappings in value.items():
                    if isinstance(mappings, dict):
                        self._load_resource(resource, mappings, base)
            elif value is None:
                if not later:
                    self._forget(name)
            elif isinstance(value, str) and name != "base_url":
                self.broken.discard(name)
                self.entries[name] = _Entry((name,), value, base)
            elif isinstance(value, dict) and value:
                self.broken.add(name)

    def _load_resource(self, resource: str, mappings: dict[str, Any], base: str) -> None:
        own_base = mappings.get("base_url")
        base = own_base if isinstance(own_base, str) else base
        held = self.resources.setdefault(resource, {})
        for name, value in mappings.items():
            if isinstance(value, str) and name not in ("hooks", "restricted_actions", "base_url"):
                held[name] = _Entry(("resources", resource, name), value, base)

    def _forget(self, name: str) -> None:
        if name.endswith("*"):
            for known in [n for n in self.entries if n.startswith(name[:-1])]:
                del self.entries[known]
        else:
            self.entries.pop(name, None)

    def without(self, type_name: str, resource: str) -> Registry:
        """The registry for the inside of a resource: without the template entry that makes it a stack.

        A template registered for a type may so use that type itself. Of entries for single resources only those stay
        that stand under the resource's own name.
        """
        inner = Registry()
        inner.entries = dict(self.entries)
        inner.broken = self.broken
        own = self.resources.get(resource, {})
        entry = own.get(type_name) or inner.entries.get(type_name)
        if entry is not None and entry.value.endswith(TEMPLATE_ENDINGS) and entry.path == (type_name,):
            del inner.entries[type_name]
        return inner

    def resolve(self, type_name: str, resource: str | None = None) -> Resolution | None:
        """What a type stands for, None where Heat could not find it, or would look for it without end."""
        try:
            return self._resolve(type_name, resource, 0)
        except _Endless:
            return None

    def _resolve(self, type_name: str, resource: str | None, depth: int) -> Resolution | None:
        if depth > _DEEPEST:
            raise _Endless
        if self.entries or self.resources:
            for entry in sorted(self._matches(type_name, resource), key=lambda e: (-len(e.path), e.path)):
                if entry.value.endswith(TEMPLATE_ENDINGS) or entry.name.endswith(TEMPLATE_ENDINGS):
                    name = entry.name if entry.name.endswith(TEMPLATE_ENDINGS) else entry.value
                    return Resolution(entry.name, name, entry.base)
                target = entry.value
                if entry.name.endswith("*") and target.endswith("*"):
                    target = target[:-1] + type_name[len(entry.name) - 1:]
                if target == type_name:
                    raise _Endless
                found = self._resolve(target, resource, depth + 1)
                if found is not None:
                    return found
        if type_name.endswith(TEMPLATE_ENDINGS):
            return Resolution(type_name, type_name)
        known = catalog.find(type_name)
        return Resolution(known.name) if known is not None else None

    def _matches(self, type_name: str, resource: str | None) -> Iterator[_Entry]:
        if resource is not None:
            own = self.resources.get(resource)
            if own and type_name in own:
                yield own[type_name]
        entry = self.entries.get(type_name)
        if entry is not None:
            yield entry
        for name, entry in self.entries.items():
            # a pattern that stands for a template matches nothing
            if (name.endswith("*") and type_name != entry.value and type_name.startswith(name[:-1])
                    and not entry.value.endswith(TEMPLATE_ENDINGS)):
                yield entry
