/**
 * How long a card takes from the click to the screen, in Chromium slowed down to a quarter: the demo's mentions, one after
 * another. `node benches/card.mjs`
 */
import { chromium } from "playwright-core";
import { serve } from "../scripts/serve.mjs";
import { main } from "../scripts/step.mjs";
import { CHROMIUM_SWITCHES, locate } from "../scripts/tools.mjs";

const SLOWER = 4;
const ARTICLES = ["index.html", "tariffs.html", "ceasefire.html", "takeover.html"];
/** Milliseconds that a card may take. */
const LIMIT = 50;
/** Times each card is opened; the middle one counts. */
const ROUNDS = 5;

/**
 * Runs in the page: clicks the first mention of each entity and deal, and waits until what it opens has been painted.
 *
 * @returns {Promise<{ kind: string, ms: number }[]>}
 */
async function openAll() {
  const gloss = /** @type {import("../www/news-gloss.js").NewsGloss} */ (document.querySelector("news-gloss"));
  const { annotations, page } = gloss;
  if (!annotations || !page) return [];
  const entities = annotations.entities.map((_, i) => annotations.mentions.find(({ entity }) => entity === i));
  const deals = annotations.deals.map((deal, index) => ({ ...deal.mentions[0], kind: "deal", deal: index }));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (const mention of [...entities, ...deals]) {
    if (!mention) continue;
    const idle = performance.now();
    await painted();
    times.push({ kind: "(no card)", ms: performance.now() - idle });
    page.reveal(mention);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [box] = page.rects(mention);
    const point = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    const started = performance.now();
    document
      .elementFromPoint(point.clientX, point.clientY)
      ?.dispatchEvent(new MouseEvent("click", { ...point, bubbles: true }));
    await painted();
    times.push({ kind: mention.kind, ms: performance.now() - started });
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}

/** @param {import("playwright-core").Browser} browser @param {string} address */
async function measure(browser, address) {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.goto(address);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("news-gloss"))?.annotations);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  /** @type {{ kind: string, ms: number }[][]} */
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await page.evaluate(openAll));
  await page.close();
  return rounds[0].map(({ kind, ms: first }, i) => ({ kind, first, ms: median(rounds.map((round) => round[i].ms)) }));
}

/** @param {number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

async function bench() {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: locate("chromium"), args: CHROMIUM_SWITCHES });
  try {
    const times = [];
    for (const article of ARTICLES) times.push(...(await measure(browser, server.url + article)));
    console.log(
      `${browser.version()}, ${times.length} cards, from the click to the screen, CPU slowed down ${SLOWER} times`,
    );
    for (const kind of new Set(times.map(({ kind }) => kind))) {
      const own = times.filter((time) => time.kind === kind);
      const all = own.map(({ ms }) => ms);
      const over = all.filter((ms) => ms > LIMIT).length;
      const figures = [median(all), Math.max(...all), median(own.map(({ first }) => first))];
      const [middle, most, first] = figures.map((ms) => `${ms.toFixed(1).padStart(6)} ms`);
      console.log(
        `${kind.padEnd(14)}${own.length} cards: median ${middle}, longest ${most}, over ${LIMIT} ms ${over}, at first ${first}`,
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

await main(import.meta, bench);
