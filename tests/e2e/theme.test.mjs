/**
 * Looks: light and dark, the ready ones, and what a page may set.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, card, middle, panel, ready, SAMPLE } from "./support.mjs";

const { open } = browserTests();

/** @returns the opened card's page, with what is computed for a selector inside the card */
async function dressed({ theme, style = "", context } = {}) {
  const body = `<article>${SAMPLE}</article><news-gloss for="article"${theme === undefined ? "" : ` theme="${theme}"`}></news-gloss>`;
  const { page, log } = await open({ body, head: `<style>${style}</style>`, context });
  await ready(page);
  const { x, y } = await middle(page, "Donald Trump");
  await page.mouse.click(x, y);
  await card(page, "Donald Trump");
  const computed = (selector, property) =>
    page.evaluate(
      ([selector, property]) => {
        const { shadowRoot } = document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card");
        return getComputedStyle(shadowRoot.querySelector(selector))[property];
      },
      [selector, property],
    );
  return { page, log, computed };
}

const LIGHT = { colorScheme: "light" };
const DARK = { colorScheme: "dark" };

/** @type {[string | undefined, object, string, string][]} theme, the reader's system, ground of the card, its type */
const THEMES = [
  [undefined, LIGHT, "rgb(255, 254, 251)", "14px"],
  [undefined, DARK, "rgb(28, 29, 31)", "14px"],
  ["dark", LIGHT, "rgb(28, 29, 31)", "14px"],
  ["light", DARK, "rgb(255, 254, 251)", "14px"],
  ["ink", LIGHT, "rgb(251, 248, 241)", "15px"],
  ["ink dark", LIGHT, "rgb(25, 23, 21)", "15px"],
  ["light ink", DARK, "rgb(251, 248, 241)", "15px"],
  ["signal", DARK, "rgb(0, 0, 0)", "16px"],
  ["no-such-look", LIGHT, "rgb(255, 254, 251)", "14px"],
];

for (const [theme, context, ground, size] of THEMES) {
  test(`theme ${theme ?? "unset"}, system ${context.colorScheme}`, async () => {
    const { computed, log } = await dressed({ theme, context });
    assert.deepEqual([await computed(".card", "backgroundColor"), await computed(".card", "fontSize")], [ground, size]);
    assert.deepEqual(log, []);
  });
}

test("a look is put on and taken off at once, with the card open", async () => {
  const { page, computed } = await dressed({ context: LIGHT });
  const wear = (theme) => page.locator("news-gloss").evaluate((element, theme) => element.setAttribute("theme", theme), theme);
  await wear("signal");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card")).fontSize === "16px");
  await wear("dark");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card")).fontSize === "14px");
  assert.equal(await computed(".card", "backgroundColor"), "rgb(28, 29, 31)");
});

test("a page's properties and parts reach cards and index, and win over a look", async () => {
  const style = `news-gloss { --newsgloss-paper: rgb(1, 2, 3); --newsgloss-size: 20px; --newsgloss-radius: 9px; }
    news-gloss::part(title) { color: rgb(4, 5, 6); } news-gloss::part(panel-title) { color: rgb(7, 8, 9); }`;
  for (const theme of [undefined, "ink"]) {
    const { page, computed } = await dressed({ theme, style, context: LIGHT });
    assert.deepEqual([await computed(".card", "backgroundColor"), await computed(".card", "fontSize"), await computed("h2", "color")], ["rgb(1, 2, 3)", "20px", "rgb(4, 5, 6)"]);
    await page.locator("news-gloss-index").locator("button.open").click();
    const title = (await panel(page)).locator("h2");
    assert.equal(await title.evaluate((title) => getComputedStyle(title).color), "rgb(7, 8, 9)");
  }
});

const source = (path) => readFileSync(new URL(`../../www/${path}`, import.meta.url), "utf8");

test("the page on theming names every property and every part, and no other", () => {
  const sheets = ["tokens.css", "themes/ink.css", "themes/signal.css"].map(source).join("") + readFileSync(new URL("../../src/browser/highlight.css", import.meta.url), "utf8");
  const used = [...new Set([...sheets.matchAll(/var\((--newsgloss-[\w-]+)/g)].map(([, name]) => name))].sort();
  const page = source("demo/theming.js");
  const named = [...page.matchAll(/\["(--newsgloss-[\w-]+)"/g)].map(([, name]) => name).sort();
  assert.deepEqual(named, used);
  const passed = ["news-gloss-card.js", "news-gloss-index.js"].flatMap((path) => source(path).match(/"(\w[\w-]*(?:, [\w-]+){3,})"/)[1].split(", "));
  const parts = [...page.split("const PARTS")[1].split("];")[0].matchAll(/\["([\w-]+)"/g)].map(([, name]) => name);
  assert.deepEqual(parts.sort(), passed.sort());
});

test("each colour of the plain look stands once, with its light and its dark value", () => {
  const colours = source("tokens.css").match(/^ {2}--\w+: var\(--newsgloss-[\w-]+, var\(--if-light, #\w+\) var\(--if-dark, #\w+\)\);$/gm);
  assert.equal(new Set(colours.map((line) => line.split(":")[0])).size, 11);
  assert.equal(colours.length, 11);
});
