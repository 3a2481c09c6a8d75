/**
 * Builds what browsers load: scripts by page, style sheets, and the shapes of the icons in use.
 * A build that fails leaves the last one where it is.
 */

import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../../..");
const built = join(here, "built");
const fresh = join(root, "node_modules/.built");
const watching = process.argv.includes("--watch");
const into = watching ? built : fresh;

async function icons() {
  const names = (await readFile(join(here, "icons.txt"), "utf8")).split(/\s+/).filter(Boolean);
  const shapes = {};
  for (const name of names) {
    const file = join(root, "node_modules/lucide-static/icons", `${name}.svg`);
    const svg = await readFile(file, "utf8").catch(() => {
      throw new Error(`icons.txt: Lucide has no icon called “${name}”.`);
    });
    shapes[name] = svg.replace(/^[\s\S]*?<svg[\s\S]*?>/, "").replace(/<\/svg>\s*$/, "").replace(/\s+/g, " ").trim();
  }
  await writeFile(join(into, "icons.json"), JSON.stringify(shapes));
}

const entries = (await readdir(join(here, "js/entries"))).map((name) => ({
  in: join(here, "js/entries", name),
  out: basename(name, ".js"),
}));
const common = {
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  outdir: into,
  legalComments: "linked",
  loader: { ".svg": "text" },
};
// A page that is read is one script and no further question; the editor fetches parts when they are used.
const whole = [...entries.filter((one) => one.out !== "editor"), { in: join(here, "css/app.css"), out: "app" }];
const inParts = entries.filter((one) => one.out === "editor");
const builds = [
  { ...common, entryPoints: whole },
  { ...common, entryPoints: inParts, splitting: true, chunkNames: "chunks/[name]-[hash]" },
];

await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
await icons();
if (watching) for (const one of builds) await (await context(one)).watch();
else {
  for (const one of builds) await build(one);
  await rm(built, { recursive: true, force: true });
  await rename(fresh, built);
}
