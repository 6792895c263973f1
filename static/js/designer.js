// The designer's page: the graph first; the text and all the rest once that is painted.
import "./hot-canvas.js";

requestAnimationFrame(() => setTimeout(async () => {
  await htmx();
  await import("./desk.js");
}));

/** It looks at every element of the page when it begins, which it does by itself only where the page is complete. */
async function htmx() {
  if (document.readyState !== "complete") await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
  const script = document.createElement("script");
  script.src = new URL("../vendor/htmx.js", import.meta.url);
  document.head.append(script);
  await new Promise((resolve) => { script.onload = script.onerror = resolve; });
}
