/**
 * Live pages in React, Vue and Svelte, the real ones, updated a thousand times: the page is right, no highlight is lost,
 * nothing is said on the console, and nothing piles up.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { compile, compileModule } from "svelte/compiler";
import { ROOT } from "../../scripts/step.mjs";
import { browserTests, ready, without } from "./support.mjs";

const { open } = browserTests();
const UPDATES = 1000;
const measured = !without("devtools");

/** Compiles components and modules of Svelte. @type {import("esbuild").Plugin} */
const svelte = {
  name: "svelte",
  setup: ({ onLoad }) => {
    const read = (path) => readFileSync(path, "utf8");
    const options = { generate: "client", dev: false };
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({ contents: compile(read(path), { ...options, filename: path }).js.code }));
    onLoad({ filter: /\.svelte\.js$/ }, ({ path }) => ({ contents: compileModule(read(path), { ...options, filename: path }).js.code }));
  },
};

/** @param {string} file of `tests/hosts` */
async function bundle(file) {
  const flags = ["__VUE_OPTIONS_API__", "__VUE_PROD_DEVTOOLS__", "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__"];
  const define = { "process.env.NODE_ENV": '"production"', ...Object.fromEntries(flags.map((flag) => [flag, "false"])) };
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "tests/hosts", file)],
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["browser"],
    plugins: [svelte],
    define,
    logLevel: "error",
  });
  return outputFiles[0].contents;
}

/** Runs in the page: updates with posts that come, change, turn bold, change places and go. */
async function live({ updates, pause }) {
  const names = ["Iran", "Iraq", "Oman", "Kenya", "Peru", "Chile"];
  const { mount } = await window.bring("/host.js");
  window.host ??= mount(document.querySelector("#app"));
  for (let n = 1; n <= updates; n++) {
    const posts = Array.from({ length: 6 }, (_, i) => ({
      id: ((n >> 2) + i) % 12,
      words: `${names[(i + (n >> 3)) % 6]} spoke ${n % 7 === 0 ? "again" : "today"} with ${names[(i + 1) % 6]}.`,
      bold: (n + i) % 5 === 0,
    }));
    await window.host.update(n % 3 === 0 ? posts.reverse() : posts);
    if (n % pause === 0) await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Runs in the page: nations in the article, and the words under highlights, once they are the same. */
function settled() {
  const text = document.querySelector("article").textContent;
  const wanted = text.match(/Iran|Iraq|Oman|Kenya|Peru|Chile/g).sort().join(" ");
  const ranges = [...(CSS.highlights.get("newsgloss-nation") ?? [])];
  const words = ranges.map(({ startContainer, startOffset, endOffset }) => startContainer.isConnected && startContainer.data.slice(startOffset, endOffset));
  return words.sort().join(" ") === wanted && wanted.split(" ").length === 12;
}

/** Megabytes in use after the garbage is collected, and the nodes and listeners that live. */
async function inUse(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  return { megabytes: usedSize / 1e6, nodes, jsEventListeners };
}

function grownLittle(before, after) {
  assert.ok(after.megabytes - before.megabytes < 1, `the heap grew from ${before.megabytes} to ${after.megabytes} MB`);
  assert.ok(after.nodes - before.nodes < 100, `from ${before.nodes} to ${after.nodes} nodes`);
  assert.ok(after.jsEventListeners <= before.jsEventListeners, "listeners pile up");
}

for (const [name, file] of [["React", "react.js"], ["Vue", "vue.js"], ["Svelte", "svelte.svelte.js"]]) {
  test(name, async () => {
    const body = Buffer.from(await bundle(file));
    const files = { "host.js": { type: "text/javascript", body } };
    const { page, log } = await open({ body: '<div id="app"></div><news-gloss for="article" kinds="nation"></news-gloss>', files });
    await page.evaluate(live, { updates: 100, pause: 10 });
    await ready(page);
    await page.waitForFunction(settled);
    const before = measured && (await inUse(page));
    await page.evaluate(live, { updates: UPDATES, pause: 5 });
    await page.waitForFunction(settled);
    if (measured) grownLittle(before, await inUse(page));
    await page.evaluate(() => window.host.unmount());
    await page.waitForFunction(() => CSS.highlights.size === 0);
    assert.deepEqual(log, []);
  });
}
