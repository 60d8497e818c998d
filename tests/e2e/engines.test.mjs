/**
 * The main paths in Firefox and in WebKit, by their WebDrivers; one line where an engine is not installed.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { serve } from "../../scripts/serve.mjs";
import { drive, ENGINES } from "./webdriver.mjs";

const ESCAPE = "\uE00C";
/** Everything a page should show of an article, as one value. */
const STATE = `(() => {
  const { page, annotations } = document.querySelector("news-gloss");
  const misses = annotations.mentions.filter((mention) => {
    const [box] = page.rects(mention);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return y > 0 && y < innerHeight && page.at(x, y) !== mention;
  });
  const [box] = page.rects(annotations.mentions.find(({ text }) => text === "Donald Trump"));
  return { misses, names: [...(CSS.highlights?.keys() ?? [])].sort(), x: box.x + box.width / 2, y: box.y + box.height / 2 };
})()`;
const CARD = `document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card[open]")?.shadowRoot
  .querySelector("h2").textContent ?? null`;

/** Waits until a piece of JavaScript gives this value. */
async function until(browser, code, expected) {
  for (let tries = 0; tries < 60; tries++) {
    if ((await browser.run(code)) === expected) return;
    await wait(100);
  }
  assert.equal(await browser.run(code), expected);
}

for (const { name, driver, capabilities, skip } of ENGINES) {
  test(name, { skip }, async () => {
    const server = await serve();
    const browser = await drive(driver, capabilities);
    try {
      await browser.open(server.url);
      await until(browser, `document.querySelector("news-gloss").annotations !== undefined`, true);
      const before = await browser.run("document.querySelector('article').outerHTML");
      const { misses, names, x, y } = await browser.run(STATE);
      assert.deepEqual(misses, []);
      for (const kind of ["person", "nation", "deal"]) assert.ok(names.includes(`newsgloss-${kind}`), `${kind}: ${names}`);
      await browser.move(x - 15, y);
      await browser.move(x, y);
      await until(browser, CARD, "Donald Trump");
      await browser.key(ESCAPE);
      await until(browser, CARD, null);
      const left = `(document.querySelector("news-gloss").remove(), [CSS.highlights.size, document.adoptedStyleSheets.length].join())`;
      assert.equal(await browser.run(left), "0,0");
      assert.equal(await browser.run("document.querySelector('article').outerHTML"), before);
    } finally {
      await browser.end();
      await server.close();
    }
  });
}
