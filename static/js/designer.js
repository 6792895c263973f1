// The designer's page: the graph first; the text and all the rest once that is painted.
import "./hot-canvas.js";

requestAnimationFrame(() => setTimeout(() => import("./desk.js")));
