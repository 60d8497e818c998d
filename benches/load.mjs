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

/**
 * @template T
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {(page: import("playwright-core").Page) => Promise<T>} measure
 */
async function inFreshPages(browser, url, measure) {
  const found = [];
  for (let i = 0; i < PAGES; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(() => document.querySelector("news-gloss")?.remove());
    found.push(await measure(page));
    await context.close();
  }
  return found;
}

/** @param {string} what @param {number[]} times */
function row(what, times) {
  const columns = [Math.min(...times), median(times), Math.max(...times)].map((ms) => ms.toFixed(1).padStart(8));
  console.log(`${what.padEnd(32)}${columns.join("")} ms`);
}

await main(import.meta, () =>
  onDemo(async (browser, url) => {
    console.log(`${browser.version()}, ${PAGES} fresh pages: shortest, median, longest`);
    for (const names of [false, true]) {
      const what = { folder: new URL("newsgloss/", url).href, names };
      const packs = names ? "both packs" : "knowledge.bin";
      const page = await inFreshPages(browser, url, (page) => onPage(page, what));
      row(
        `${packs}, page, clock`,
        page.map(({ clock }) => clock),
      );
      row(
        `${packs}, page, processor`,
        page.map(({ processor }) => processor),
      );
      const how = { source: String(prepare), what };
      row(`${packs}, worker, clock`, await inFreshPages(browser, url, (page) => page.evaluate(inWorker, how)));
    }
  }),
);
