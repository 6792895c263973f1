// Runs before the first paint: the theme and the panels as this browser last had them.
(() => {
  const root = document.documentElement;
  root.dataset.script = "on";
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is switched off: the defaults then
    }
  };
  const theme = read("hot.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  try {
    const panels = JSON.parse(read("hot.panels") || "{}");
    for (const [name, size] of Object.entries(panels.sizes ?? {})) {
      if (Number.isFinite(size)) root.style.setProperty(`--panel-${name}`, `${size}px`);
    }
    for (const name of panels.folded ?? []) root.classList.add(`folded-${name}`);
    if (panels.dock === "beside") root.classList.add("dock-beside");
  } catch {
    // not ours any more: the defaults then
  }
})();
