/**
 * The zoo of awkward pages in `tests/pages`, in every engine. Each page says itself what must hold; `zoo.js` looks.
 */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { openChromium } from "../../scripts/chromium.mjs";
import { serve } from "../../scripts/serve.mjs";
import { drive, ENGINES } from "./webdriver.mjs";

const PAGES = readdirSync(new URL("../pages", import.meta.url)).filter((name) => name.endsWith(".html"));

const BROWSERS = [
  { name: "Chromium", skip: false, start: () => openChromium("load") },
  ...ENGINES.map(({ name, skip, driver, capabilities }) => ({ name, skip, start: () => drive(driver, capabilities) })),
];

/** What a page has found out about itself. */
async function report(browser) {
  for (let tries = 0; tries < 200; tries++) {
    const found = JSON.parse(await browser.run("JSON.stringify(window.report ?? null)"));
    if (found?.done) return found;
    await wait(100);
  }
  return JSON.parse(await browser.run("JSON.stringify({ ...window.report, faults: [...report.faults, 'not done in time'] })"));
}

let server;
before(async () => {
  server = await serve({ pages: "tests/pages" });
});
after(() => server?.close());

for (const { name, skip, start } of BROWSERS) {
  test(name, { skip }, async (t) => {
    const browser = await start();
    try {
      for (const page of PAGES) {
        await t.test(page, async () => {
          await browser.open(server.url + page);
          const { faults, hits, steps } = await report(browser);
          assert.deepEqual(faults, []);
          assert.ok(steps > 0 && hits > 0, `${steps} steps, ${hits} hits`);
        });
      }
    } finally {
      await browser.end();
    }
  });
}
