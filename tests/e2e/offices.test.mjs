/**
 * What a card says of an office on the article's day, and where its source ends.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, hover, ready } from "./support.mjs";

const { open } = browserTests();

/** @type {[string, string, RegExp][]} the article's day, whom it names, what the card says */
const CASES = [
  ["2025-02-24", "Emmanuel Macron", /President of France\s*since 14 May 2017/],
  ["2027-02-01", "Emmanuel Macron", /President of France\s*as of 26 September 2026/],
  ["2025-02-24", "Barack Obama", /President of the United States\s*from 20 January 2009 until 20 January 2017/],
  ["2015-02-24", "Barack Obama", /President of the United States\s*since 20 January 2009/],
];

for (const [date, name, said] of CASES) {
  test(`${name} on ${date}`, async () => {
    const article = `<article><p>In Paris, ${name} spoke to diplomats from France and the United States.</p></article>`;
    const { page } = await open({ body: `${article}<news-gloss for="article" date="${date}"></news-gloss>` });
    await ready(page);
    await hover(page, name);
    await card(page, name);
    const text = await page.evaluate(
      () => document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card").shadowRoot.textContent,
    );
    assert.match(text, said);
  });
}
