/**
 * Accessibility in every state, light and dark, by axe.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { handmade } from "../fixtures/annotations.js";
import { browserTests, ready } from "./support.mjs";

const { open } = browserTests();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, as rule and element. */
async function findings(page) {
  await page.waitForTimeout(300);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`the demonstration, ${colorScheme}`, async () => {
    const { page } = await open({ path: "", context: { colorScheme } });
    await ready(page);
    assert.deepEqual(await findings(page), [], "closed");
    const index = page.locator("news-gloss-index");
    await index.getByRole("button", { name: /In this article/ }).click();
    assert.deepEqual(await findings(page), [], "index");
    await index.getByRole("searchbox").fill("nobody at all");
    assert.deepEqual(await findings(page), [], "index without a match");
  });

  test(`cards of every kind, ${colorScheme}`, async () => {
    const { page } = await open({ path: "", context: { colorScheme } });
    await ready(page);
    const text = await page.evaluate(() => document.querySelector("news-gloss").page.text);
    const annotations = handmade(text);
    const index = page.locator("news-gloss-index");
    await page.evaluate(
      ([annotations, text]) => {
        const index = document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-index");
        index.show(annotations, text, { words: index.words, home: "/newsgloss/", hidden: ["place"] });
      },
      [annotations, text],
    );
    await index.getByRole("button", { name: /In this article/ }).click();
    for (const view of ["Names", "Deal map", "Timeline"]) {
      await index.getByRole("tab", { name: view }).click();
      assert.deepEqual(await findings(page), [], view);
    }
    const subjects = [
      ...annotations.entities.map((_, index) => ({ kind: "entity", index })),
      ...annotations.deals.map((_, index) => ({ kind: "deal", index })),
    ];
    for (const sheet of [false, true]) {
      for (const subject of subjects) {
        await page.evaluate(
          ([annotations, text, subject, sheet]) => {
            const root = document.querySelector("news-gloss").shadowRoot;
            const card = root.querySelector("news-gloss-card");
            const { words } = root.querySelector("news-gloss-index");
            const beside = () => new DOMRect(300, 100, 10, 10);
            return card.show({ annotations, text, subject, words, sheet, home: "/newsgloss/", beside });
          },
          [annotations, text, subject, sheet],
        );
        assert.deepEqual(await findings(page), [], JSON.stringify({ subject, sheet }));
      }
    }
  });
}
