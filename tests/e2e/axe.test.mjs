/**
 * Accessibility in every state, light and dark, by axe.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { handmade } from "../fixtures/annotations.js";
import { browserTests, ready, without } from "./support.mjs";

const { open } = browserTests();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = { "axe.js": { type: "text/javascript", body: axe } };

/** Runs in the page. */
function bringAxe() {
  if ("axe" in window) return undefined;
  const script = Object.assign(document.createElement("script"), { src: "/axe.js" });
  document.head.append(script);
  return new Promise((resolve) => script.addEventListener("load", resolve));
}

/** What axe finds, as rule and element. */
async function findings(page) {
  await page.waitForTimeout(120);
  await page.evaluate(bringAxe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`the demonstration, ${colorScheme}`, async () => {
    const { page } = await open({ path: "", files, context: { colorScheme, reducedMotion: "reduce" } });
    await ready(page);
    assert.deepEqual(await findings(page), [], "closed");
    const index = page.locator("news-gloss-index");
    await index.getByRole("button", { name: /In this article/ }).click();
    assert.deepEqual(await findings(page), [], "index");
    await index.getByRole("searchbox").fill("nobody at all");
    assert.deepEqual(await findings(page), [], "index without a match");
  });

  test(`the page on theming and the page for own text, ${colorScheme}`, async () => {
    for (const path of ["theming.html", "paste.html"]) {
      const { page } = await open({ path, files, context: { colorScheme } });
      if (path === "theming.html") await ready(page);
      assert.deepEqual(await findings(page), [], path);
    }
  });
}

const LIGHT = { colorScheme: "light" };
const DARK = { colorScheme: "dark" };
const PHONE = { viewport: { width: 320, height: 640 } };

/** @type {[string, string, object][]} what it is, attributes of the element, the reader's settings */
const DRESSES = [
  ["light", "", LIGHT],
  ["dark", "", DARK],
  ["as dark sheets in Arabic", 'lang="ar"', { ...DARK, ...PHONE }],
  ["as sheets in Chinese", 'lang="zh"', { ...LIGHT, ...PHONE }],
  ["in German", 'lang="de"', LIGHT],
  ["in ink", 'theme="ink light"', DARK],
  ["in dark ink", 'theme="ink dark"', LIGHT],
  ["in signal", 'theme="signal"', LIGHT],
  ["in dark signal", 'theme="signal"', DARK],
  ["in forced colours", "", { forcedColors: "active" }],
];

for (const [what, attributes, context] of DRESSES) {
  test(`index and cards of every kind, ${what}`, { skip: context.forcedColors ? without("forcedColors") : false }, async () => {
    const text = await articleText();
    const annotations = handmade(text);
    const body = `<main><h1>Page</h1><article>${text.split("\n").map((line) => `<p>${line}</p>`).join("")}</article></main>
      <news-gloss for="article" ${attributes}></news-gloss>`;
    const { page } = await open({ body, files, context: { ...context, reducedMotion: "reduce" } });
    await ready(page);
    const index = page.locator("news-gloss-index");
    await index.evaluate(
      (index, [annotations, text]) => index.show(annotations, text, { words: index.words, home: "/newsgloss/", hidden: ["place"] }),
      [annotations, text],
    );
    await index.locator("button.open").click();
    for (const tab of await index.getByRole("tab").all()) {
      await tab.click();
      assert.deepEqual(await findings(page), [], await tab.textContent());
    }
    await page.keyboard.press("Escape");
    const all = [...annotations.entities.keys()].map((index) => ({ kind: "entity", index }));
    const several = { kind: "entity", index: 0, also: [4] };
    const subjects = [...all, several, ...[...annotations.deals.keys()].map((index) => ({ kind: "deal", index }))];
    for (const subject of subjects) {
      await page.evaluate(
        ([annotations, text, subject]) => {
          const root = document.querySelector("news-gloss").shadowRoot;
          const { words } = root.querySelector("news-gloss-index");
          const beside = () => new DOMRect(300, 100, 10, 10);
          const sheet = innerWidth < 480;
          root.querySelector("news-gloss-card").show({ annotations, text, subject, words, sheet, home: "/newsgloss/", beside });
        },
        [annotations, text, subject],
      );
      assert.deepEqual(await findings(page), [], JSON.stringify(subject));
    }
  });
}

/** The demonstration's first article, as Newsgloss reads it. */
async function articleText() {
  const { page } = await open({ path: "" });
  await ready(page);
  const text = await page.evaluate(() => document.querySelector("news-gloss").page.text);
  return text;
}
