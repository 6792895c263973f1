"""Pictures and files that are taken away: SVG, PNG, DOT, Mermaid, JSON.

From an analysis (`designer.analysis.Analysis`) or a graph; Options and lay_out are those of `designer.layout`:

    options = Options(layers=("hidden", "outputs"), collapse=("/tiers/net",), waves=False)
    layout = lay_out(analysis, options)                # or lay_out(analysis, options, positions_kept_before)
    svg(analysis, layout, options)                     # markup for the page; its style is `stylesheet("page")`
    svg(analysis, standalone=True)                     # a file: light, and dark by the reader's system
    png(analysis), dot(analysis), mermaid(analysis)
    graph_json([("a.yaml", analysis)])                 # a dict, as `hot-designer graph --format json` prints it

    drawing = draw(scene, layout)                      # the pieces of the page's markup, each under its key
    drawing.markup(); difference(drawing, later)       # Difference: .remove, .put, .view

The markup of the page, all without ids on nodes and without inline style:

    <svg class="picture" viewBox="..." data-engine="dot|layered|waves|kept">
      <g class="frames"> <g class="container" data-container="/tiers/net"> rect,
                            <g class="title" data-toggle-cluster="/tiers/net"> path.sign, text </g> </g>
                         <g class="wave" data-wave="0"> ... </g> </g>
      <g class="edges">  <path class="edge reference|attribute|depends|hidden [off|open] [many]"
                               data-from="server" data-to="port" data-kind="get_resource get_attr" [data-count="3"]>
                         <path class="edge hidden" data-from="fip" data-group="/hidden/0">   (a bundle: to its junction,
                         <path class="edge hidden" data-to="router" data-group="/hidden/0">   and from there on)
                         <circle class="junction" data-group="/hidden/0"> <title>why</title> </circle> </g>
      <g class="nodes">  <g class="node resource g-compute [severity-error] [off|open]" data-node="server"
                            data-type="OS::Nova::Server" data-severity="error" tabindex="-1" role="button"
                            aria-label="server, Nova Server, error" transform="translate(x y)">
                            rect.card, rect.tile, path.sign, text.type, text.name, path.mark, text.count,
                            <g class="badge g-network" data-badge="security_group"> <title>its name</title> ... </g>
                         </g>
                         (data-parameter="flavor" data-node="/parameters/flavor" with class "parameter"; so outputs;
                          class "collapsed" with data-container and data-toggle-cluster for a collapsed container) </g>
    </svg>

Each piece (container, wave, edge, junction, card) wears its key as `data-key`: `n:` and the id of a card, `c:` and that
of a container, `e6:server>port` for an edge (the length of the first name before it), and so on; opaque to scripts.
`off` is switched off by a condition, `open` not decided. Edges lead from what waits to what it waits for.
`sprite()` holds the signs as symbols, for use elsewhere on the page.
"""

from __future__ import annotations

from designer.export.drawing import Difference, Drawing, difference, draw
from designer.export.files import dot, graph_json, mermaid, png, svg
from designer.export.icons import path_of, sprite
from designer.export.picture import scene_svg
from designer.export.style import stylesheet

__all__ = ["Difference", "Drawing", "difference", "dot", "draw", "graph_json", "mermaid", "path_of", "png", "scene_svg",
           "sprite", "stylesheet", "svg"]
