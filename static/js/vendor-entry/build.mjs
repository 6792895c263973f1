// Bundles third-party code from node_modules/ into static/vendor/ (git ignores both; the wheel carries the latter).
// Run by `make assets` as `npm run build`. No node is needed when the server runs.

import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const modules = join(root, "node_modules");
const target = join(root, "static", "vendor");

// Classic scripts, taken as their authors built them: htmx and its extensions find each other by the global `htmx`.
const copied = {
  "htmx.js": "htmx.org/dist/htmx.min.js",
  "idiomorph.js": "idiomorph/dist/idiomorph-ext.min.js",
};

/** The folders of all packages below node_modules/, scoped ones included, sorted. */
async function packageFolders() {
  const found = [];
  for (const name of await readdir(modules)) {
    if (name.startsWith(".")) continue;
    if (name.startsWith("@")) {
      for (const inner of await readdir(join(modules, name))) found.push(`${name}/${inner}`);
    } else {
      found.push(name);
    }
  }
  return found.sort();
}

/** One text with name, version and licence of every package that ends up in static/vendor/. */
async function licences(shipped) {
  const parts = ["Third-party code in this folder and its licences.\n"];
  for (const name of await packageFolders()) {
    if (!shipped.has(name)) continue;
    const folder = join(modules, name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? await readFile(join(folder, file), "utf8") : "";
    parts.push(`${"=".repeat(78)}\n${name} ${version} (${license})\n${"=".repeat(78)}\n${text.trim()}\n`);
  }
  return parts.join("\n");
}

/** The package that a bundled file came from: "node_modules/@codemirror/view/dist/index.js" -> "@codemirror/view". */
function packageOf(path) {
  const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll("\\", "/"));
  return match ? match[1] : null;
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const result = await build({
  absWorkingDir: root,
  entryPoints: { codemirror: join(here, "codemirror.js") },
  outdir: target,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none", // the whole licence texts stand in LICENCES.txt
  metafile: true,
  logLevel: "warning",
});

const shipped = new Set(Object.keys(result.metafile.inputs).map(packageOf).filter(Boolean));
for (const [name, source] of Object.entries(copied)) {
  const path = join(modules, source);
  await copyFile(path, join(target, name));
  shipped.add(packageOf(path));
}
await writeFile(join(target, "LICENCES.txt"), await licences(shipped));

for (const name of (await readdir(target)).sort()) {
  const size = (await readFile(join(target, name))).length;
  console.log(`static/vendor/${name}  ${(size / 1024).toFixed(0)} KB`);
}
