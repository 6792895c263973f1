"""How a picture's classes look, in light and dark; one table for the file that stands alone and for the page.

    stylesheet()            # for a file: light, and dark where the reader's system is dark
    stylesheet("light")     # for a file that is turned into pixels
    stylesheet("page")      # for the page: colours are custom properties `--picture-...`, light-dark() of both
"""

from __future__ import annotations

# Name, light, dark. Text on what is behind it keeps 4.5 : 1, lines and signs 3 : 1.
COLOURS = (
    ("ground", "#f3f5f7", "#14171c"),
    ("card", "#ffffff", "#232932"),
    ("line", "#c9d0d9", "#3d4654"),
    ("text", "#1a2028", "#e3e7ed"),
    ("muted", "#55606e", "#9ba6b5"),
    ("edge", "#76818f", "#7f8b9c"),
    ("tier", "#e9edf2", "#1a1f27"),
    ("tier-line", "#d3dae2", "#2d343f"),
    ("error", "#b3241c", "#ff8f86"),
    ("warning", "#865000", "#f0b64a"),
    ("unfinished", "#1a5fb4", "#86b7ff"),
    ("info", "#55606e", "#a5b0be"),
    ("on-colour", "#ffffff", "#ffffff"),
    # Eight hues, apart in lightness as well; white on each keeps 4.5 : 1, and they are the same in the dark.
    ("compute", "#b4480b", "#b4480b"),
    ("network", "#0b62a8", "#0b62a8"),
    ("load-balancing", "#7c5800", "#7c5800"),
    ("storage", "#0a7357", "#0a7357"),
    ("orchestration", "#5a4db2", "#5a4db2"),
    ("identity", "#9d3673", "#9d3673"),
    ("monitoring", "#4f6b1e", "#4f6b1e"),
    ("other", "#55606e", "#55606e"),
    ("parameter", "#1a5fb4", "#2a6fc4"),
    ("output", "#1c6e44", "#1c6e44"),
)
GROUPS = ("compute", "network", "load-balancing", "storage", "orchestration", "identity", "monitoring", "other",
          "parameter", "output", "tier")

FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans','DejaVu Sans',sans-serif"

# `$name` stands for a colour of the table.
RULES = (
    (".picture", f"font-family:{FONT};font-size:12px;background:$ground"),
    (".ground", "fill:$ground"),
    (".container rect", "fill:$tier;stroke:$tier-line"),
    (".container text", "fill:$muted;font-size:12px;font-weight:600"),
    (".container .sign", "stroke:$muted"),
    (".wave rect", "fill:$tier;stroke:none"),
    (".wave text", "fill:$muted;font-size:12px;font-weight:600"),
    (".card", "fill:$card;stroke:$line"),
    (".name", "fill:$text;font-weight:600"),
    (".type", "fill:$muted;font-size:11px"),
    (".sign", "fill:none;stroke:$on-colour;stroke-linecap:round;stroke-linejoin:round"),
    (".mark", "fill:none;stroke:$muted;stroke-linecap:round;stroke-linejoin:round"),
    (".count", "fill:$muted;font-size:11px;font-weight:600"),
    (".more", "fill:$muted;font-size:10px"),
    (".severity-error .mark.severity", "stroke:$error"),
    (".severity-warning .mark.severity", "stroke:$warning"),
    (".severity-unfinished .mark.severity", "stroke:$unfinished"),
    (".severity-info .mark.severity", "stroke:$info"),
    (".severity-error .card", "stroke:$error;stroke-width:1.5"),
    (".severity-warning .card", "stroke:$warning;stroke-width:1.5"),
    *[(f".g-{group} .tile", f"fill:${'other' if group == 'tier' else group}") for group in GROUPS],
    (".badge rect", "stroke:$card;stroke-width:1.5"),
    *[(f".badge.g-{group} rect", f"fill:${'other' if group == 'tier' else group}") for group in GROUPS],
    (".off .card", "stroke-dasharray:4 3"),
    (".off>*", "opacity:.55"),
    (".open .card", "stroke-dasharray:4 3"),
    (".edge", "fill:none;stroke:$edge;stroke-width:1.3;stroke-linecap:round;stroke-linejoin:round"),
    (".edge.depends", "stroke-dasharray:6 4"),
    (".edge.hidden", "stroke-dasharray:.1 4;stroke-width:1.7"),
    (".edge.many", "stroke-width:2.4"),
    (".edge.off", "opacity:.45"),
    (".junction", "fill:$ground;stroke:$edge;stroke-width:1.3"),
)


def stylesheet(theme: str = "auto") -> str:
    """The rules for a picture's classes; `theme` is auto, light, dark or page."""
    if theme == "page":
        properties = ";".join(f"--picture-{name}:light-dark({light},{dark})" for name, light, dark in COLOURS)
        variables = {name: f"var(--picture-{name})" for name, _, _ in COLOURS}
        return f":root{{{properties}}}\n" + _rules(variables, "\n", within=".picture")
    light = {name: value for name, value, _ in COLOURS}
    dark = {name: value for name, _, value in COLOURS}
    if theme in ("light", "dark"):
        return _rules(light if theme == "light" else dark)
    changed = {name: value for name, value in dark.items() if value != light[name]}
    return _rules(light) + "@media (prefers-color-scheme:dark){" + _rules(changed, only=True) + "}"


def _rules(colours: dict[str, str], end: str = "", only: bool = False, within: str = "") -> str:
    """The rules with colours filled in; with `only` no declarations but those that have one of these colours.

    `within` is the class of the picture, before every other selector: a page has classes of the same names.
    """
    found = []
    for selector, body in RULES:
        declarations = body.split(";")
        if only:
            declarations = [each for each in declarations if each.partition("$")[2] in colours]
        if declarations:
            filled = ";".join([_filled(each, colours) for each in declarations])
            scope = f"{within} " if within and selector != within else ""
            found.append(f"{scope}{selector}{{{filled}}}{end}")
    return "".join(found)


def _filled(declaration: str, colours: dict[str, str]) -> str:
    if "$" not in declaration:
        return declaration
    before, _, name = declaration.partition("$")
    return before + colours[name]
