/**
 * What the page tests share: a server, a browser, and pages written in the test itself.
 */
import { after, before } from "node:test";
import { launchChromium } from "../../scripts/chromium.mjs";
import { STRICT_POLICY, serve } from "../../scripts/serve.mjs";

export { STRICT_POLICY };

/** Letters as they are on every screen, and a heap that can be cleared before it is measured. */
const FLAGS = ["--font-render-hinting=none", "--disable-lcd-text", "--js-flags=--expose-gc"];

/** A paragraph with a name of each well-known kind. */
export const SAMPLE =
  "<p>U.S. President Donald Trump met Ukrainian President Volodymyr Zelenskyy in Washington.</p>" +
  "<p>The United Nations welcomed it. Trump spoke of a minerals deal with Ukraine.</p>";

const EMBED = '<script type="module" src="/newsgloss/newsgloss.js"></script>';

/**
 * A browser for the tests of one file.
 *
 * @returns {{ open: typeof open, url: () => string, version: () => string }}
 */
export function browserTests() {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    server = await serve({ pages: "www" });
    browser = await launchChromium(...FLAGS);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  return { open: (options) => open(browser, server.url, options), url: () => server.url, version: () => browser.version() };
}

/**
 * Opens a page: one of the demonstration, or a body written in the test.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {object} [options]
 * @param {string} [options.path] a page of the server
 * @param {string} [options.body] or a body; the module is loaded unless `embed` is false
 * @param {string} [options.head]
 * @param {boolean} [options.embed]
 * @param {string} [options.policy] Content-Security-Policy
 * @param {Record<string, { status?: number, body?: Buffer, contentType?: string }>} [options.files] answers in place of
 *   the server's, by the last part of the address
 * @param {string} [options.script] run before anything of the page
 * @param {import("playwright-core").BrowserContextOptions} [options.context]
 */
async function open(browser, url, options = {}) {
  const { path, body = "", head = "", embed = true, policy, files = {}, script, context } = options;
  const page = await browser.newPage(context);
  const log = watch(page);
  if (script) await page.addInitScript(script);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
    ${head}${embed ? EMBED : ""}</head><body>${body}</body></html>`;
  const headers = policy ? { "Content-Security-Policy": policy } : undefined;
  await page.route(`${url}case.html`, (route) => route.fulfill({ contentType: "text/html", body: html, headers }));
  for (const [name, answer] of Object.entries(files)) await page.route(`**/${name}`, (route) => route.fulfill(answer));
  await page.goto(url + (path ?? "case.html"));
  return { page, log };
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
  await page.waitForFunction(() => document.querySelector("news-gloss")?.annotations !== undefined, null, {
    timeout: 10000,
  });
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
