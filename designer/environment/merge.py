"""Several environments made one: what a later one does to the parameters that an earlier one gives.

A later value takes the place of an earlier one, unless `parameter_merge_strategies` says `merge` or `deep_merge` for
the parameter, or for `default`. Heat's client sends the files as they are, and its engine merges them.
Source: heat.common.environment_util (merge_environments, merge_parameters, merge_map, merge_list).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    # refuse(layer, section, key, reason): what keeps two environments from being merged
    Refuse: TypeAlias = Callable[["Layer", str, str, str], None]

SECTIONS = ("parameters", "parameter_defaults")
OVERWRITE, MERGE, DEEP_MERGE = "overwrite", "merge", "deep_merge"
STRATEGIES = (OVERWRITE, MERGE, DEEP_MERGE)


class Layer:
    """One environment file: its name, and its sections as plain data."""

    __slots__ = ("name", "sections")

    def __init__(self, name: str, sections: dict[str, Any]) -> None:
        self.name = name
        self.sections = sections


class Impossible(Exception):
    """Two values cannot be merged; says why."""


def merge_layers(layers: list[Layer], kinds: dict[str, str] | None,
                 refuse: Refuse) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values and the defaults of parameters that environments give together, the last one last.

    `kinds` are the types of the template's parameters by name, as written in lower case; a name that is none of
    theirs is judged by its value. None where they are not known yet: then later values take the place of earlier ones.
    """
    merged: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    agreed: dict[str, str] = {}
    for layer in layers:
        strategies = layer.sections.get("parameter_merge_strategies") or {}
        for target, section in zip(merged, SECTIONS, strict=True):
            new = layer.sections.get(section) or {}
            if kinds is None:
                target.update({key: value for key, value in new.items() if value is not None or key not in target})
                continue
            _agree(layer, section, new, strategies, agreed, refuse)
            if not target:
                target.update(new)
                continue
            for key, value in new.items():
                if value is None or (section == "parameters" and key not in kinds):
                    continue  # the engine passes by what the template has no parameter for
                strategy = agreed.get(key, OVERWRITE)
                if strategy == OVERWRITE:
                    target[key] = value
                    continue
                try:
                    kind = kinds.get(key) or _kind_of(value)
                    target[key] = _merge(kind, target.get(key), value, strategy == DEEP_MERGE)
                except Impossible as problem:
                    refuse(layer, section, key, str(problem))
                    target[key] = value
    return merged


def _agree(layer: Layer, section: str, new: dict[str, Any], strategies: dict[str, Any], agreed: dict[str, str],
           refuse: Refuse) -> None:
    """Settles by which strategy each parameter is merged: the first file that gives it decides, others must agree."""
    for key, value in new.items():
        if value is None:
            continue
        fallback = strategies.get("default", OVERWRITE)
        chosen = strategies.get(key, agreed.get(key, fallback))
        if chosen not in STRATEGIES:
            chosen = fallback
        if key not in agreed:
            agreed[key] = chosen
        elif agreed[key] != chosen:
            refuse(layer, section, key, f"it is merged by `{chosen}` here and by `{agreed[key]}` before")


def _kind_of(value: Any) -> str:
    if isinstance(value, dict):
        return "json"
    if isinstance(value, list):
        return "comma_delimited_list"
    return "boolean" if isinstance(value, bool) else "number" if isinstance(value, (int, float)) else "string"


def _merge(kind: str, old: Any, new: Any, deep: bool) -> Any:
    """Two values of a parameter as one. Raises Impossible with the reason where that cannot be."""
    if kind == "json":
        return _merge_maps(_map_of(old), _map_of(new), deep)
    if not isinstance(new, (str, list)):
        raise Impossible("only texts, lists and maps can be merged")
    if kind == "comma_delimited_list":
        return _merge_lists(old, new)
    if kind in ("string", "number"):
        if isinstance(new, str) and isinstance(old, (str, type(None))) and (kind == "string" or old is not None):
            return (old or "") + new
        raise Impossible("a text can be merged with a text only")
    raise Impossible(f"a parameter of type {kind} cannot be merged")


def _map_of(value: Any) -> dict[str, Any]:
    if value is None or value == "":
        return {}
    if isinstance(value, str):
        from json import loads

        try:
            value = loads(value)
        except ValueError:
            raise Impossible("the text is no JSON") from None
    if not isinstance(value, dict):
        raise Impossible("only a map can be merged with a map")
    return value


def _merge_lists(old: Any, new: Any) -> Any:
    if not old:
        return new
    if isinstance(new, list) and isinstance(old, list):
        return [*old, *new]
    if isinstance(new, str) and isinstance(old, str):
        return f"{old},{new}"
    raise Impossible("a list can be merged with a list only, a text with commas with such a text")


def _merge_maps(old: dict[str, Any], new: dict[str, Any], deep: bool) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        if value is None and old:
            continue
        if not deep or not old:
            merged[key] = value
        elif isinstance(value, dict):
            if before and not isinstance(before, dict):
                raise Impossible(f"`{key}` is a map here and none before")
            merged[key] = _merge_maps(before or {}, value, deep)
        elif isinstance(value, list):
            merged[key] = _merge_lists(before, value)
        elif isinstance(value, str):
            if not isinstance(before, (str, type(None))):
                raise Impossible(f"`{key}` is a text here and none before")
            merged[key] = (before or "") + value
        else:
            merged[key] = value
    return merged
