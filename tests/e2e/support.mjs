/**
 * What the page tests share: a browser of the engine that is tested, and pages written in the test itself.
 */
import assert from "node:assert/strict";
import { after } from "node:test";
import { STRICT_POLICY } from "../../scripts/serve.mjs";
import { ENGINE } from "../engines/engines.mjs";
import { until } from "../engines/page.mjs";
import { startSite } from "./site.mjs";

export { STRICT_POLICY };

/** A paragraph with a name of each well-known kind. */
export const SAMPLE =
  "<p>U.S. President Donald Trump met Ukrainian President Volodymyr Zelenskyy in Washington.</p>" +
  "<p>The United Nations welcomed it. Trump spoke of a minerals deal with Ukraine.</p>";

/** @type {Promise<import("../engines/engines.mjs").Browser> | undefined} */
let browser;
/** @type {Awaited<ReturnType<typeof startSite>> | undefined} */
let site;

/**
 * One browser for all the tests of a run, from the first page on.
 *
 * @returns {{ open: typeof open, version: () => Promise<string | undefined> }}
 */
export function browserTests() {
  after(async () => {
    await (await browser)?.end();
    await site?.close();
    browser = site = undefined;
  });
  return { open, version: async () => (await started()).version };
}

function started() {
  browser ??= ENGINE.start();
  return browser;
}

/**
 * Why this engine's driver cannot do what a test needs; false where it can.
 *
 * @param {import("../engines/engines.mjs").Power} power
 */
export function without(power) {
  return ENGINE.cannot[power] ?? false;
}

/**
 * Opens a page, in place of the one before: one of the demonstration, or a body written in the test. Each comes from an
 * address of its own, so that it finds nothing that another one has stored.
 *
 * @param {import("./site.mjs").Content & { path?: string, context?: import("../engines/engines.mjs").Reader }} options
 */
async function open({ path, context, ...content } = {}) {
  const page = await (await started()).page(context);
  await site?.close();
  site = await startSite(content);
  const log = page.log ?? watch(page);
  await page.goto(site.url + (path ?? "case.html"));
  return { page, log, url: site.url, requests: site.requests };
}

/** Everything that a page says on its console, with errors nobody caught. */
function watch(page) {
  /** @type {string[]} */
  const log = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && log.push(message.text()));
  page.on("pageerror", (error) => log.push(String(error)));
  return log;
}

/** Waits until the element has read its article. */
export async function ready(page) {
  await page.waitForFunction(() => document.querySelector("news-gloss")?.annotations !== undefined);
}

/** The middle of the first line box of a mention, by its words. */
export function middle(page, words, nth = 0) {
  return page.evaluate(
    ([words, nth]) => {
      const gloss = document.querySelector("news-gloss");
      const { mentions, deals } = gloss.annotations;
      const all = [...mentions, ...deals.flatMap((deal) => deal.mentions)];
      const mention = all.filter(({ text }) => text === words)[nth];
      if (!mention) throw new Error(`no mention of ${words}`);
      const [box] = gloss.page.rects(mention);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    [words, nth],
  );
}

/** Moves the pointer there as a hand does, in steps. */
export async function hover(page, words, nth) {
  const { x, y } = await middle(page, words, nth);
  await page.mouse.move(x - 20, y + 2);
  await page.mouse.move(x, y, { steps: 3 });
  return { x, y };
}

/** The open card's heading; undefined when there is none. */
export function heading(page) {
  return page.evaluate(() => {
    const card = document.querySelector("news-gloss")?.shadowRoot?.querySelector("news-gloss-card[open]");
    return card?.shadowRoot.querySelector("h2")?.textContent;
  });
}

/** Waits for a card with this heading, or for none. */
export async function card(page, title) {
  await page.waitForFunction((title) => {
    const card = document.querySelector("news-gloss")?.shadowRoot?.querySelector("news-gloss-card[open]");
    return card?.shadowRoot.querySelector("h2")?.textContent === title;
  }, title);
}

/** Waits for the panel of the index, whose code comes when it is opened for the first time. */
export async function panel(page) {
  const panel = page.locator("news-gloss-index").locator(".panel");
  await panel.waitFor();
  return panel;
}

/** Waits until something that takes a moment is told like this. @param {() => Promise<string>} tell @param {RegExp} like */
export async function eventually(tell, like) {
  await until(async () => like.test(await tell()), String(like));
  assert.match(await tell(), like);
}
