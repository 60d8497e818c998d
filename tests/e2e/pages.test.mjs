/**
 * The zoo of awkward pages in `tests/pages`. Each page says itself what must hold; `zoo.js` looks.
 */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { browserTests } from "./support.mjs";

const { open } = browserTests();
const PAGES = readdirSync(new URL("../pages", import.meta.url)).filter((name) => name.endsWith(".html"));

for (const path of PAGES) {
  test(`awkward page ${path}`, async () => {
    const { page } = await open({ pages: "tests/pages", path, context: { reducedMotion: "reduce" } });
    await page.waitForFunction(() => window.report?.done);
    const { faults, hits, steps } = await page.evaluate(() => window.report);
    assert.deepEqual(faults, []);
    assert.ok(steps > 0 && hits > 0, `${steps} steps, ${hits} hits`);
  });
}
