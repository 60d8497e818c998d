/**
 * How long a card takes from the click to the screen, on a processor a quarter as fast: each name and deal of the demo.
 * `node benches/card.mjs`
 *
 * Twice: by the clock, with Chromium slowed down, which other work on the machine makes longer; and by the processor time
 * of the page's main thread, four times over, which it does not. The clock includes the wait for the next frame.
 */
import { main } from "../scripts/step.mjs";
import { ARTICLES, median, onDemo } from "./demo.mjs";

const SLOWER = 4;
/** Times each card is opened; the middle one counts. */
const ROUNDS = 5;
/** Milliseconds that a card may take. */
const LIMIT = 50;

/**
 * @typedef {{ kind: string, clock: number[], processor: number[] }} Card milliseconds in each round
 * @typedef {import("playwright-core").Page} Page
 */

/** Runs in the page: the first mention of each entity and deal, brought into view one by one. */
function prepare() {
  const gloss = /** @type {any} */ (document.querySelector("news-gloss"));
  const { annotations, page } = gloss;
  const entities = annotations.entities.map((/** @type {any} */ _, /** @type {number} */ i) =>
    annotations.mentions.find((/** @type {any} */ mention) => mention.entity === i),
  );
  const deals = annotations.deals.map((/** @type {any} */ deal) => ({ ...deal.mentions[0], kind: "deal" }));
  const mentions = [...entities, ...deals].filter(Boolean);
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const painted = async () => {
    do await frame();
    while (!gloss.shadowRoot.querySelector("news-gloss-card[open]"));
  };
  const bench = {
    kinds: mentions.map(({ kind }) => kind),
    reveal: (/** @type {number} */ i) => page.reveal(mentions[i]),
    /** @param {number} i @returns {Promise<number>} milliseconds until what the click opens is on the screen */
    async open(i) {
      const [box] = page.rects(mentions[i]);
      const point = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      const started = performance.now();
      const target = document.elementFromPoint(point.clientX, point.clientY);
      target?.dispatchEvent(new MouseEvent("click", { ...point, bubbles: true }));
      await painted();
      return performance.now() - started;
    },
    close: () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })),
  };
  Object.assign(window, { bench });
  return bench.kinds;
}

/** @param {import("playwright-core").Browser} browser @param {string} address @returns {Promise<Card[]>} */
async function measure(browser, address) {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.goto(address);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("news-gloss"))?.annotations);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const kinds = await page.evaluate(prepare);
  const cards = kinds.map((kind) => ({
    kind,
    clock: /** @type {number[]} */ ([]),
    processor: /** @type {number[]} */ ([]),
  }));
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const slow = round % 2 === 0;
    await session.send("Emulation.setCPUThrottlingRate", { rate: slow ? SLOWER : 1 });
    for (const [i, card] of cards.entries()) {
      const { clock, processor } = await openOne(page, session, i);
      if (slow) card.clock.push(clock);
      else card.processor.push(processor * SLOWER);
    }
  }
  await page.close();
  return cards;
}

/** @param {Page} page @param {import("playwright-core").CDPSession} session @param {number} i */
async function openOne(page, session, i) {
  const used = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  await page.evaluate((i) => /** @type {any} */ (window).bench.reveal(i), i);
  await page.waitForTimeout(30);
  const before = await used();
  const clock = await page.evaluate((i) => /** @type {any} */ (window).bench.open(i), i);
  const processor = (await used()) - before;
  await page.evaluate(() => /** @type {any} */ (window).bench.close());
  await page.waitForTimeout(30);
  return { clock, processor };
}

/** @param {Card[]} cards @param {string} kind @param {"clock" | "processor"} by */
function figures(cards, kind, by) {
  const times = cards.filter((card) => card.kind === kind).map((card) => median(card[by]));
  const cells = [median(times), Math.max(...times)].map((ms) => ms.toFixed(1).padStart(6));
  return `median ${cells[0]} ms, longest ${cells[1]} ms, over ${LIMIT} ms ${times.filter((ms) => ms > LIMIT).length}`;
}

/** @param {import("playwright-core").Browser} browser @param {string} url */
async function bench(browser, url) {
  const cards = [];
  for (const article of ARTICLES) cards.push(...(await measure(browser, url + article)));
  console.log(`${browser.version()}, ${cards.length} cards, ${ROUNDS} times each, a processor ${SLOWER} times slower`);
  for (const kind of new Set(cards.map((card) => card.kind))) {
    const count = cards.filter((card) => card.kind === kind).length;
    console.log(`${kind} (${count})`);
    console.log(`  by the clock      ${figures(cards, kind, "clock")}`);
    console.log(`  by the processor  ${figures(cards, kind, "processor")}`);
  }
}

await main(import.meta, () => onDemo(bench));
