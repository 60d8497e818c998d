/**
 * The index: everything by keyboard alone, without touching the article.
 */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { handmade } from "../fixtures/annotations.js";
import { browserTests, card, eventually, panel, ready, SAMPLE } from "./support.mjs";

const { open } = browserTests();
const PAGE = `<article>${SAMPLE}</article><news-gloss for="article"></news-gloss>`;

/** What has the focus, through shadow roots: its label, or the words that are not hidden from the ear. */
function focused(page) {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const words = [...(active?.childNodes ?? [])].filter((node) => node.ariaHidden !== "true").map((node) => node.textContent);
    return active?.getAttribute("aria-label") ?? (words.join("") || active?.localName);
  });
}

test("Tab to the button, Enter opens the list, a row opens its card, Escape leads back step by step", async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /^In this article: \d+ people/);
  await page.keyboard.press("Enter");
  await panel(page);
  assert.equal(await focused(page), "Names");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Find in this list");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "People: marked in the text");
  await page.keyboard.press("Tab");
  const row = await focused(page);
  assert.match(row, /^Donald Trump 2 mentions$/);
  await page.keyboard.press("ArrowDown");
  await eventually(() => focused(page), /^Volodymyr Zelenskyy 1 mention$/);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await card(page, "Donald Trump");
  assert.equal(await focused(page), "Donald Trump");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Close");
  await page.keyboard.press("Escape");
  await card(page, undefined);
  assert.equal(await focused(page), row);
  await page.keyboard.press("Escape");
  assert.match(await focused(page), /^In this article/);
});

test("the panel is fetched when the button is reached, by pointer or by focus, and no earlier", async () => {
  for (const reach of [(button) => button.hover(), (button) => button.focus()]) {
    const { page } = await open({ body: PAGE });
    await ready(page);
    const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /panel-/.test(name)).length);
    await page.waitForTimeout(300);
    assert.equal(await fetched(), 0);
    await reach(page.locator("news-gloss-index").locator("button.open"));
    await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /panel-/.test(name)));
    assert.equal(await page.locator("news-gloss-index").locator(".panel").count(), 0);
  }
});

test("a panel that cannot be had is told with the click, once, and the page stays whole", async () => {
  const script = `window.failures = []; addEventListener("newsgloss-error", ({ detail }) => window.failures.push(detail.message));`;
  const name = readdirSync(new URL("../../dist/parts", import.meta.url)).find((name) => name.startsWith("panel-"));
  const { page } = await open({ body: PAGE, script, files: { [name]: { status: 404 } } });
  await ready(page);
  const button = page.locator("news-gloss-index").locator("button.open");
  await button.hover();
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => window.failures), []);
  await button.click();
  await page.waitForFunction(() => window.failures.length > 0);
  assert.match(await page.evaluate(() => window.failures.join()), /^the panel of the index cannot be loaded/);
  assert.equal(await button.getAttribute("aria-expanded"), "false");
});

test("next and previous mention go through the article and tell its sentences", async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await panel(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await card(page, "Donald Trump");
  const inCard = page.locator("news-gloss-card");
  const next = inCard.getByRole("button", { name: "Next mention" });
  await next.press("Enter");
  assert.match(await inCard.getByRole("status").textContent(), /^U\.S\. President Donald Trump met/);
  await next.press("Enter");
  assert.equal(await inCard.getByRole("status").textContent(), "Trump spoke of a minerals deal with Ukraine.");
  assert.equal(await page.evaluate(() => CSS.highlights.get("newsgloss-active").size), 1);
});

test("the filter narrows the list", async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  await page.locator("news-gloss-index").getByRole("button", { name: /In this article/ }).click();
  await page.locator("news-gloss-index").getByRole("searchbox").fill("zelen");
  const names = await page.locator("news-gloss-index").locator(".row .name").allTextContents();
  assert.deepEqual(names, ["Volodymyr Zelenskyy"]);
});

test("of hundreds of names some are there at once; keys and filter find those that still come", async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  const index = page.locator("news-gloss-index");
  await index.evaluate((index) => {
    const names = [...Array(800)].map((_, i) => `Name ${i}`);
    const entities = names.map((name) => ({ id: name, kind: "person", name, known: false, described_as: [], facts: [] }));
    const mentions = names.map((text, i) => ({ start: i, end: i + 1, text, kind: "person", entity: i, form: "name", confidence: 1 }));
    index.show({ version: 1, date: null, entities, mentions, quotes: [], deals: [] }, "x".repeat(800), { words: index.words, home: "/newsgloss/", hidden: [] });
  });
  await index.locator("button.open").click();
  await panel(page);
  /** Presses keys on the first row in one go, as fast as no hand can; what has the focus in the end. */
  const press = (...keys) =>
    index.evaluate(async ({ shadowRoot }, keys) => {
      const [names] = shadowRoot.querySelectorAll("#tab-names");
      names.click();
      const rows = shadowRoot.querySelectorAll(".row");
      rows[0].focus();
      for (const key of keys) rows[0].dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      while (shadowRoot.querySelectorAll(".row").length < 800) await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [rows.length < 800, shadowRoot.activeElement.querySelector(".name").textContent, shadowRoot.querySelectorAll("[tabindex='0'].row").length];
    }, keys);
  assert.deepEqual(await press("End"), [true, "Name 799", 1]);
  assert.deepEqual(await press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"), [true, "Name 2", 1]);
  assert.deepEqual(await press("End", "Home"), [true, "Name 0", 1]);
  await index.getByRole("searchbox").fill("name 79");
  const found = () => index.locator(".row .name").allTextContents();
  assert.deepEqual(await found(), ["Name 79", ...[...Array(10)].map((_, i) => `Name ${790 + i}`)]);
  await index.getByRole("searchbox").fill("");
  await index.getByRole("searchbox").fill("name 799");
  await page.waitForTimeout(300);
  assert.deepEqual(await found(), ["Name 799"]);
});

test("a kind that the reader does not want marked stays unmarked, also on the next page", async () => {
  const { page, log } = await open({ body: PAGE });
  await ready(page);
  await page.locator("news-gloss-index").getByRole("button", { name: /In this article/ }).click();
  await page.locator("news-gloss-index").getByRole("button", { name: "People: marked in the text" }).click();
  await page.locator("news-gloss-index").getByRole("button", { name: "People: not marked in the text" }).waitFor();
  assert.deepEqual(log, []);
  assert.equal(await page.evaluate(() => CSS.highlights.has("newsgloss-person")), false);
  await page.reload();
  await ready(page);
  assert.deepEqual(await page.evaluate(() => ["person", "nation"].map((kind) => CSS.highlights.has(`newsgloss-${kind}`))), [false, true]);
});

test("the map and the timeline lead to the cards of the deals", async () => {
  const { page, log } = await open({ path: "" });
  await ready(page);
  const text = await page.evaluate(() => document.querySelector("news-gloss").page.text);
  await page.evaluate(
    ([annotations, text]) => {
      const index = document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-index");
      index.show(annotations, text, { words: index.words, home: "/newsgloss/", hidden: [] });
      window.chosen = [];
      index.addEventListener("choose", ({ detail }) => window.chosen.push(detail.subject), { capture: true });
    },
    [handmade(text), text],
  );
  const index = page.locator("news-gloss-index");
  await index.getByRole("button", { name: /In this article/ }).click();
  await panel(page);
  await page.keyboard.press("ArrowRight");
  await index.getByRole("img", { name: /^Map of the deals: 5 parties, 4 deals/ }).waitFor();
  const deals = index.getByRole("table").getByRole("button");
  await eventually(async () => String(await deals.count()), /^4$/);
  await page.keyboard.press("ArrowRight");
  await index.getByText("24 February – 9 March 2025 · In talks").waitFor();
  await index.getByRole("button", { name: "United States–Ukraine minerals agreement" }).click();
  assert.deepEqual(await page.evaluate(() => window.chosen), [{ kind: "deal", index: 0 }]);
  assert.deepEqual(log, []);
});
