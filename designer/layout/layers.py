"""Parameters and outputs in a picture: a card each, and links to what they are for."""

from __future__ import annotations

from designer.layout.options import OUTPUTS, PARAMETERS, Options
from designer.layout.scene import OUTPUT, OUTPUT_ID, PARAMETER, PARAMETER_ID, Card, Link, style_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from designer.functions import Evaluation
    from designer.layout.draft import Draft


def add_layers(draft: Draft, evaluation: Evaluation, options: Options) -> None:
    """Add the cards of the layers asked for, and their links with resources."""
    cards = draft.cards
    if PARAMETERS in options.layers:
        for name, parameter in draft.graph.template.parameters.items():
            kind = parameter.type or ""
            card = Card(PARAMETER_ID + name, PARAMETER, name, kind, kind, "parameter", "parameter")
            cards[card.id] = card
        for name, values in evaluation.resources.items():
            _refer(draft, name, values, PARAMETER_ID, "get_param")
    if OUTPUTS in options.layers:
        for name, output in evaluation.outputs.items():
            card = Card(OUTPUT_ID + name, OUTPUT, name, "", "output", "output", "output", output.enabled)
            cards[card.id] = card
            _refer(draft, card.id, output, "", "")
            if PARAMETERS in options.layers:
                _refer(draft, card.id, output, PARAMETER_ID, "get_param")


def _refer(draft: Draft, source: str, values: Any, prefix: str, kind: str) -> None:
    links: dict[str, Link] = {}
    for reference in values.references:
        if reference.kind != kind if kind else reference.kind in ("get_param", "condition", "get_file"):
            continue
        target = prefix + reference.target
        if target not in draft.cards or source == target:
            continue
        link = links.get(target)
        if link is None:
            kinds = [reference.kind]
            links[target] = Link(source, target, kinds, style_of(kinds), reference.enabled)
        elif reference.kind not in link.kinds:
            link.kinds.append(reference.kind)
            link.style = style_of(link.kinds)
    draft.links.setdefault(source, []).extend(links.values())
