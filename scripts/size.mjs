/**
 * What a page has to load: the bytes of each file in `dist/`, held against the budgets in package.json.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { Failure, filesUnder, main, ROOT } from "./step.mjs";

/**
 * @typedef {"raw" | "gzip" | "brotli"} Packing
 * @typedef {{ file: string } & Record<Packing, number>} Size bytes
 */

/** @type {Record<string, Partial<Record<Packing, number>>>} bytes that all files whose name so begins may have */
const BUDGETS = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).budgets;

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
    const files = sizes.filter(({ file }) => file.startsWith(name));
    if (files.length === 0) return [`dist/${name} is missing: run "npm run build"`];
    return Object.entries(budget).flatMap(([packing, limit]) => {
      const bytes = files.reduce((sum, size) => sum + size[/** @type {Packing} */ (packing)], 0);
      return bytes > limit
        ? [`dist/${name} has ${bytes} bytes in ${packing}, its budget is ${limit}: make it smaller`]
        : [];
    });
  });
}

/** @param {Size[]} sizes */
function print(sizes) {
  const row = (/** @type {(string | number)[]} */ [file, ...cells]) =>
    console.log(String(file).padEnd(36) + cells.map((cell) => cell.toLocaleString("en").padStart(12)).join(""));
  row(["bytes", "raw", "gzip", "brotli"]);
  for (const { file, raw, gzip, brotli } of sizes) row([file, raw, gzip, brotli]);
}

/** Prints the sizes; fails over the budgets. */
export async function size() {
  const files = filesUnder("dist").map((path) => path.slice("dist/".length));
  const sizes = files.filter((file) => !file.endsWith(".d.ts")).map(measure);
  print(sizes);
  const faults = overruns(sizes);
  if (faults.length > 0) throw new Failure(faults.join("\n"));
}

await main(import.meta, size);
