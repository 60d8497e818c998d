/**
 * What a page has to load: the bytes of each file in `dist/`, held against the budgets in package.json.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { Failure, filesUnder, main, ROOT } from "./step.mjs";

/**
 * @typedef {"raw" | "gzip" | "brotli"} Packing
 * @typedef {{ file: string } & Record<Packing, number>} Size bytes
 */

/** @type {Record<string, Partial<Record<Packing, number>>>} bytes that a file, or a group of files, may have */
const BUDGETS = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).budgets;

/**
 * What is no part of the shell, which is all that a page loads before its reader does anything, and the card: the panel of
 * the index, loaded when a reader reaches for its button; the map of the world; languages and looks, each a file of which a
 * page loads one; what only an article in a frame needs; what only a browser needs that cannot highlight; and what belongs
 * to the WebAssembly.
 */
const APART = /^parts\/(panel|locator|frame|overlay|[a-z]{2}|ink|signal)-|^parts\/glue\.js$/;

/** Files that are held against one budget together, by its name. */
const GROUPS = /** @type {Record<string, (file: string) => boolean>} */ ({
  "newsgloss.js with its imports": (file) => importedBy("newsgloss.js").includes(file),
  shell: (file) => file.endsWith(".js") && !APART.test(file),
  "newsgloss.wasm with its glue": (file) => file === "newsgloss.wasm" || file === "parts/glue.js",
});

/**
 * A module with all that the browser loads with it, before it runs.
 *
 * @param {string} file below `dist/`
 * @returns {string[]}
 */
function importedBy(file) {
  const code = readFileSync(join(ROOT, "dist", file), "utf8");
  const inner = [...code.matchAll(/(?:from|import)"([^"]+)"/g)].map(([, path]) => join(dirname(file), path));
  return [file, ...inner.flatMap(importedBy)];
}

/**
 * @param {string} file below `dist/`
 * @returns {Size}
 */
function measure(file) {
  const bytes = readFileSync(join(ROOT, "dist", file));
  return {
    file,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

/** One line for each budget that is overrun, or has nothing to hold against it. */
function overruns(/** @type {Size[]} */ sizes) {
  return Object.entries(BUDGETS).flatMap(([name, budget]) => {
    const files = group(sizes, name);
    if (files.length === 0) return [`dist/${name} is missing: run "npm run build"`];
    return Object.entries(budget).flatMap(([packing, limit]) => {
      const bytes = sum(files, /** @type {Packing} */ (packing));
      return bytes > limit
        ? [`dist/${name} has ${bytes} bytes in ${packing}, its budget is ${limit}: make it smaller`]
        : [];
    });
  });
}

/** @param {Size[]} sizes @param {string} name */
function group(sizes, name) {
  return sizes.filter(GROUPS[name] ? ({ file }) => GROUPS[name](file) : ({ file }) => file === name);
}

/** @param {Size[]} sizes @param {Packing} packing */
function sum(sizes, packing) {
  return sizes.reduce((bytes, size) => bytes + size[packing], 0);
}

/** @param {Size[]} sizes */
function print(sizes) {
  const row = (/** @type {(string | number)[]} */ [file, ...cells]) =>
    console.log(String(file).padEnd(36) + cells.map((cell) => cell.toLocaleString("en").padStart(12)).join(""));
  row(["bytes", "raw", "gzip", "brotli"]);
  const flags = (/** @type {Size} */ { file }) => file.startsWith("flags/");
  for (const { file, raw, gzip, brotli } of sizes.filter((size) => !flags(size))) row([file, raw, gzip, brotli]);
  const groups = {
    "flags/": sizes.filter(flags),
    ...Object.fromEntries(Object.keys(GROUPS).map((name) => [name, group(sizes, name)])),
  };
  for (const [name, files] of Object.entries(groups))
    row([`${name}: ${files.length} files`, sum(files, "raw"), sum(files, "gzip"), sum(files, "brotli")]);
}

/** Prints the sizes; fails over the budgets. */
export async function size() {
  const files = filesUnder("dist").map((path) => path.slice("dist/".length));
  const sizes = files.filter((file) => !/\.(d\.ts|json)$/.test(file)).map(measure);
  print(sizes);
  const faults = overruns(sizes);
  if (faults.length > 0) throw new Failure(faults.join("\n"));
}

await main(import.meta, size);
