"""What a picture is made of, before anything has a place: cards, links, bundles and containers."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.layout.draft import Draft
    from designer.layout.options import Options

# The ids of what is no resource start with a slash, which no resource's name may have.
PARAMETER_ID = "/parameters/"
OUTPUT_ID = "/outputs/"
CONTAINER_ID = "/tiers/"
JUNCTION_ID = "/hidden/"

RESOURCE = "resource"
PARAMETER = "parameter"
OUTPUT = "output"
COLLAPSED = "collapsed"

CARD_SIZE = (200, 56)
SMALL_SIZE = (168, 32)
JUNCTION_SIZE = (12, 12)

# The styles of links, the strongest first: a link of several kinds is drawn as the first of them.
REFERENCE = "reference"
ATTRIBUTE = "attribute"
DEPENDS = "depends"
HIDDEN = "hidden"
STYLES = (ATTRIBUTE, REFERENCE, DEPENDS, HIDDEN)


class Card:
    """A node as it is drawn.

    id        the resource's name; of other kinds an id that starts with a slash
    kind      resource, parameter, output or collapsed (a container as one card)
    name      as it is written on the card
    type      the resource type or the parameter's type as written; empty for the others
    label     the short type below the name
    group     the service group that gives its colour; `icon` the name of its sign
    enabled   False: switched off; None: not decided
    severity  the worst of its diagnostics, or "unfinished" where none is worse; "" without one
    marks     `condition` the condition's name or "", `count` how many ("5", "1–3") or ""
    badges    ids of the cards that it refers to without a link, since everything does
    shared    how many refer to it by a badge
    waits     words on hidden dependencies too wide to draw
    members   of a collapsed container: the ids of what it stands for
    """

    __slots__ = ("id", "kind", "name", "type", "label", "group", "icon", "enabled", "severity", "condition", "count",
                 "badges", "shared", "waits", "members")

    def __init__(self, id: str, kind: str, name: str, type: str, label: str, group: str, icon: str,
                 enabled: bool | None = True) -> None:
        self.id = id
        self.kind = kind
        self.name = name
        self.type = type
        self.label = label
        self.group = group
        self.icon = icon
        self.enabled = enabled
        self.severity = ""
        self.condition = ""
        self.count = ""
        self.badges: list[str] = []
        self.shared = 0
        self.waits: list[str] = []
        self.members: list[str] = []

    def copy(self) -> Card:
        """A card like this one, to be changed."""
        other = Card.__new__(Card)
        for slot in Card.__slots__:
            setattr(other, slot, getattr(self, slot))
        return other

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return SMALL_SIZE if self.kind in (PARAMETER, OUTPUT) else CARD_SIZE


class Link:
    """`source` waits for `target`; `count` edges stand behind it where containers are collapsed."""

    __slots__ = ("source", "target", "kinds", "style", "enabled", "count")

    def __init__(self, source: str, target: str, kinds: list[str], style: str, enabled: bool | None) -> None:
        self.source = source
        self.target = target
        self.kinds = kinds
        self.style = style
        self.enabled = enabled
        self.count = 1

    def alike(self, other: Link) -> bool:
        """Whether it is drawn as another is."""
        return (self.target, self.kinds, self.enabled) == (other.target, other.kinds, other.enabled)


class Bundle:
    """A hidden dependency of many on many, drawn through one small junction; `id` is the junction's."""

    __slots__ = ("id", "words", "sources", "targets")

    def __init__(self, id: str, words: str, sources: list[str], targets: list[str]) -> None:
        self.id = id
        self.words = words
        self.sources = sources
        self.targets = targets


class Container:
    """What belongs together, behind the cards: `members` are card ids; `icon` and `label` say what it is."""

    __slots__ = ("id", "label", "icon", "members")

    def __init__(self, id: str, label: str, icon: str, members: list[str]) -> None:
        self.id = id
        self.label = label
        self.icon = icon
        self.members = members


class Scene:
    """All that a picture shows.

    cards       by id, in the order of the text
    links       between cards; none of them to what is a badge
    bundles     hidden dependencies of many on many
    containers  those that are drawn open; `collapsed` those that are one card
    waves       of each card: the wave it is created in, where the picture is by waves; empty otherwise
    draft       what it was drawn up of, for the scene that follows an edit
    """

    __slots__ = ("cards", "links", "bundles", "containers", "collapsed", "waves", "options", "draft")

    def __init__(self, options: Options) -> None:
        self.options = options
        self.cards: dict[str, Card] = {}
        self.links: list[Link] = []
        self.bundles: list[Bundle] = []
        self.containers: list[Container] = []
        self.collapsed: list[Container] = []
        self.waves: dict[str, int] = {}
        self.draft: Draft | None = None

    def size(self, id: str) -> tuple[int, int]:
        """The size of a card or a junction."""
        card = self.cards.get(id)
        return JUNCTION_SIZE if card is None else card.size


def style_of(kinds: list[str]) -> str:
    """How an edge of these kinds is drawn."""
    if "get_attr" in kinds or "Fn::GetAtt" in kinds:
        return ATTRIBUTE
    for kind in kinds:
        if kind not in ("depends_on", "hidden"):
            return REFERENCE
    return DEPENDS if "depends_on" in kinds else HIDDEN
