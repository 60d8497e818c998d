/**
 * Milliseconds that the core takes to take in the packs, the first time in a page: each time in a browser context of its
 * own, on the page and in a worker. Where the machine has other work, those of the processor tell more than those of
 * the clock. `npm run build && node benches/load.mjs`
 */
import { main } from "../scripts/step.mjs";
import { median, onDemo } from "./demo.mjs";

const PAGES = 20;

/** @typedef {{ folder: string, names: boolean }} What where the build lies, and whether the name model belongs to it */

/**
 * Runs in the page or in the worker: fetches everything and gives back what takes it in, which says how long it took.
 *
 * @param {What} what
 */
async function prepare({ folder, names }) {
  const { default: init, Gloss } = await import(`${folder}parts/glue.js`);
  await init({ module_or_path: new URL("newsgloss.wasm", folder) });
  const bytes = async (/** @type {string} */ name) => new Uint8Array(await (await fetch(folder + name)).arrayBuffer());
  const packs = [await bytes("knowledge.bin"), names ? await bytes("names.bin") : new Uint8Array(0)];
  return () => {
    const start = performance.now();
    new Gloss(...packs);
    return performance.now() - start;
  };
}

/**
 * Runs in the page.
 *
 * @param {{ source: string, what: What }} how
 * @returns {Promise<number>}
 */
function inWorker({ source, what }) {
  const code = `(${source})(${JSON.stringify(what)}).then((take) => postMessage(take()))`;
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

/** @param {import("playwright-core").Page} page @param {What} what @returns {Promise<{ clock: number, processor: number }>} */
async function onPage(page, what) {
  await page.evaluate(`(${prepare})(${JSON.stringify(what)}).then((take) => { globalThis.take = take; })`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  const before = await spent();
  const clock = await page.evaluate(() => /** @type {any} */ (globalThis).take());
  return { clock, processor: (await spent()) - before };
}

/** @param {import("playwright-core").Browser} browser @param {string} url @param {boolean} names */
async function freshPages(browser, url, names) {
  const what = { folder: new URL("newsgloss/", url).href, names };
  const times = { "page, clock": [0], "page, processor": [0], "worker, clock": [0] };
  for (const list of Object.values(times)) list.pop();
  for (let i = 0; i < PAGES; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(() => document.querySelector("news-gloss")?.remove());
    times["worker, clock"].push(await page.evaluate(inWorker, { source: String(prepare), what }));
    await page.reload();
    const { clock, processor } = await onPage(page, what);
    times["page, clock"].push(clock);
    times["page, processor"].push(processor);
    await context.close();
  }
  return times;
}

await main(import.meta, () =>
  onDemo(async (browser, url) => {
    console.log(`${browser.version()}, ${PAGES} fresh pages: shortest, median, longest`);
    for (const names of [false, true]) {
      for (const [where, times] of Object.entries(await freshPages(browser, url, names))) {
        const row = [Math.min(...times), median(times), Math.max(...times)].map((ms) => ms.toFixed(1).padStart(8));
        console.log(`${(names ? "both packs" : "knowledge.bin").padEnd(15)}${where.padEnd(18)}${row.join("")} ms`);
      }
    }
  }),
);
