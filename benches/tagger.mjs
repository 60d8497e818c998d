/**
 * The tagger alone, compiled for the page: `page.mjs` runs it beside everything else.
 */
import { basename, join } from "node:path";
import { ROOT, run, step } from "../scripts/step.mjs";

const FOLDER = join(ROOT, "target/bench");
const WASM = "target/wasm32-unknown-unknown/release/examples/tagger_bench.wasm";

/** Compiles `tagger.rs` with the profile of the product. */
export function buildTagger() {
  return step("tagger alone", async () => {
    const target = ["--release", "--target", "wasm32-unknown-unknown"];
    await run("cargo", ["build", "--locked", "--example", "tagger_bench", ...target]);
    await run("wasm-bindgen", ["--target", "web", "--out-dir", FOLDER, join(ROOT, WASM)]);
  });
}

/**
 * Lets a page load what {@link buildTagger} made, at `/bench/`.
 *
 * @param {import("playwright-core").Page} page
 */
export function serveTagger(page) {
  return page.route("**/bench/*", (route) => route.fulfill({ path: join(FOLDER, basename(route.request().url())) }));
}

/**
 * Runs in the page: words of all texts, and milliseconds to tag them, over and over.
 *
 * @param {{ texts: string[], rounds: number }} what
 */
export async function measureTagger({ texts, rounds }) {
  const module = "/bench/tagger_bench.js";
  const { default: init, Bench } = await import(module);
  await init();
  const names = new Uint8Array(await (await fetch("/newsgloss/names.bin")).arrayBuffer());
  const benches = texts.map((text) => Bench.load(names, text));
  const words = benches.reduce((sum, bench) => sum + bench.words(), 0);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (const bench of benches) bench.tag();
    return performance.now() - start;
  });
  return { words, times };
}
