/**
 * What else happens on a page: the reader selects, searches, prints and follows links to words, other tools highlight,
 * the page changes its styles. None of it notices Newsgloss, and Newsgloss outlives it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { PNG } from "pngjs";
import { browserTests, card, hover, middle, ready, SAMPLE, without } from "./support.mjs";

const { open } = browserTests();
const ARTICLE = `<article>${SAMPLE}</article>`;
const GLOSS = '<news-gloss for="article"></news-gloss>';

/** Adds the element, changes the article, opens a card, takes the element away; calls `look` after each. */
async function live(page, look) {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("news-gloss"), { id: "ours" })));
  await page.evaluate(() => document.querySelector("#ours").setAttribute("for", "article"));
  await ready(page);
  await look("while marks are painted");
  const marks = await page.evaluate(() => CSS.highlights.get("newsgloss-nation").size);
  await page.evaluate(() => document.querySelector("article").append("Iran was not asked."));
  await page.waitForFunction((marks) => CSS.highlights.get("newsgloss-nation").size > marks, marks);
  await look("after an update");
  await hover(page, "Volodymyr Zelenskyy");
  await card(page, "Volodymyr Zelenskyy");
  await look("while a card is open");
  await page.evaluate(() => document.querySelector("#ours").remove());
  await look("after the element has gone");
}

test("what the reader has selected stays selected, and is copied as it stands", async () => {
  const { page, log } = await open({ body: ARTICLE });
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll("p");
    getSelection().setBaseAndExtent(first.firstChild, 7, second.firstChild, 12);
    window.selected = getSelection().getRangeAt(0);
    window.kept = window.selected.cloneRange();
  });
  const copied = () =>
    page.evaluate(() => {
      const selection = getSelection();
      const now = selection.getRangeAt(0);
      const div = document.createElement("div");
      div.append(now.cloneContents());
      const same = ["startContainer", "startOffset", "endContainer", "endOffset"].every((key) => now[key] === window.kept[key]);
      return { same, count: selection.rangeCount, text: selection.toString(), html: div.innerHTML, direction: selection.focusOffset };
    });
  const before = await copied();
  assert.match(before.text, /^esident Donald Trump met/);
  await live(page, async (when) => assert.deepEqual(await copied(), before, when));
  assert.deepEqual(log, []);
});

/** The colours in a box of the viewport, as `r,g,b`, with how many pixels have them. */
async function colours(page, { x, y, width, height }) {
  const { data } = PNG.sync.read(await page.screenshot({ clip: { x, y, width, height } }));
  const counts = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const colour = data.subarray(i, i + 3).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

/** Where words of the article stand. */
const box = (page, words) =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const at = text.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
    }
  }, words);

/** The colour that most pixels of a box have: its ground. */
async function ground(page, words) {
  const counts = [...(await colours(page, await box(page, words)))].sort(([, a], [, b]) => b - a);
  return counts[0][0];
}

test("a selection looks as it does on other words", { skip: without("pictures") }, async () => {
  const { page } = await open({ body: ARTICLE + GLOSS });
  await ready(page);
  assert.equal(await ground(page, "Donald Trump"), "255,255,255");
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("p")));
  const plain = await ground(page, " met ".trim());
  assert.notEqual(plain, "255,255,255");
  assert.equal(await ground(page, "Donald Trump"), plain);
});

test("other tools keep their highlights, their order and their priorities", async () => {
  const { page, log } = await open({ body: ARTICLE });
  const state = () =>
    page.evaluate(() => {
      const theirs = [...CSS.highlights].filter(([name]) => !name.startsWith("newsgloss-"));
      return theirs.map(([name, highlight]) => [name, highlight.priority, highlight === window.theirs[name], highlight.size, [...highlight].map(String)]);
    });
  await page.evaluate(() => {
    const range = (words) => {
      const { firstChild: text } = document.querySelector("p");
      const found = document.createRange();
      found.setStart(text, text.data.indexOf(words));
      found.setEnd(text, text.data.indexOf(words) + words.length);
      return found;
    };
    window.theirs = { search: new Highlight(range("Donald Trump")), notes: new Highlight(range("Trump met"), range("Washington")) };
    window.theirs.search.priority = 9;
    window.theirs.notes.priority = -1;
    for (const [name, highlight] of Object.entries(window.theirs)) CSS.highlights.set(name, highlight);
  });
  const before = await state();
  assert.equal(before.length, 2);
  await live(page, async (when) => assert.deepEqual(await state(), before, when));
  assert.equal(await page.evaluate(() => CSS.highlights.size), 2);
  assert.deepEqual(log, []);
});

test("a search on the page finds words across marks, and of ours no more than what is shown, behind them", async () => {
  const { page } = await open({ body: ARTICLE + GLOSS });
  await ready(page);
  const search = (words) =>
    page.evaluate((words) => {
      getSelection().removeAllRanges();
      const found = window.find(words);
      return found && document.querySelector("article").contains(getSelection().anchorNode) ? getSelection().toString() : found;
    }, words);
  assert.equal(await search("President Donald Trump met Ukrainian"), "President Donald Trump met Ukrainian");
  assert.deepEqual([await search("Timeline"), await search("Wikidata")], [false, false]);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  assert.equal(await search("Donald Trump"), "Donald Trump");
});

test("a link to words of the page goes there, and shows them", { skip: without("pictures") }, async () => {
  const { page } = await open({ body: `<p style="height: 3000px"></p>${ARTICLE}${GLOSS}`, path: "case.html#:~:text=spoke%20of%20a%20minerals" });
  await ready(page);
  const top = await page.evaluate(() => document.querySelector("article").getBoundingClientRect().top);
  assert.ok(top > 0 && top < 720, `the article is at ${top}`);
  assert.notEqual(await ground(page, "spoke of a"), "255,255,255");
  assert.equal(await ground(page, "met Ukrainian"), "255,255,255");
});

test("a printed page has the lines under its names, and neither card nor button", { skip: without("pictures") }, async () => {
  const { page } = await open({ body: ARTICLE + GLOSS });
  await ready(page);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  const printed = drawn(await page.pdf());
  const person = /\.231\d* \.490\d* \.768\d* (rg|RG)/;
  assert.match(printed, person);
  assert.doesNotMatch(printed, /\/XObject|\.996\d* \.996\d* \.980\d* rg/, "neither flag nor paper of a card");
  await page.evaluate(() => document.querySelector("news-gloss").remove());
  assert.doesNotMatch(drawn(await page.pdf()), person);
});

/** What the pages of a PDF draw. @param {Buffer} pdf */
function drawn(pdf) {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  const open = ([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  };
  return streams.map(open).filter((stream) => /\bT[Jj]\b/.test(stream)).join("\n");
}

/** @type {[string, () => void][]} what the page does, and how */
const LOSSES = [
  ["gives itself other style sheets", () => {
    document.adoptedStyleSheets = [new CSSStyleSheet()];
  }],
  ["clears all highlights", () => CSS.highlights.clear()],
  ["takes away one highlight", () => CSS.highlights.delete("newsgloss-person")],
  ["puts a highlight of its own in place of one", () => CSS.highlights.set("newsgloss-person", new Highlight())],
];
const counts = () => ({
  marks: [...CSS.highlights].map(([name, { size }]) => `${name} ${size}`).sort(),
  sheets: document.adoptedStyleSheets.filter(({ cssRules }) => cssRules[0]?.cssText.includes("newsgloss")).length,
});

for (const [what, lose] of LOSSES) {
  test(`where a page ${what}, marks come back with the next update, or with the pointer`, async () => {
    const { page, log } = await open({ body: `${ARTICLE}<p style="margin-top: 300px">Below it.</p>${GLOSS}` });
    await ready(page);
    const before = await page.evaluate(counts);
    const whole = (marks) =>
      page.waitForFunction(([code, marks]) => JSON.stringify(Function(`return (${code})()`)()) === JSON.stringify(marks), [String(counts), marks]);
    await page.evaluate(lose);
    assert.notDeepEqual(await page.evaluate(counts), before);
    const { x, y } = await middle(page, "Donald Trump");
    await page.mouse.move(x, y + 200);
    await page.mouse.move(x + 5, y + 200);
    await whole(before);
    await page.evaluate(lose);
    await page.evaluate(() => document.querySelector("article").append(" They left."));
    await whole(before);
    assert.deepEqual(log, []);
    await page.evaluate(() => document.querySelector("news-gloss").remove());
    assert.deepEqual(await page.evaluate(counts), { marks: [], sheets: 0 });
  });
}

test("two articles come back where a page clears all highlights", async () => {
  const { page } = await open({ body: '<article id="a">Iran spoke to Iraq.</article><article id="b">Peru spoke to Chile.</article><news-gloss for="#a"></news-gloss><news-gloss for="#b"></news-gloss>' });
  await page.waitForFunction(() => [...document.querySelectorAll("news-gloss")].every(({ annotations }) => annotations));
  assert.equal(await page.evaluate(() => CSS.highlights.get("newsgloss-nation").size), 4);
  await page.evaluate(() => CSS.highlights.clear());
  await page.mouse.move(300, 300);
  await page.mouse.move(305, 300);
  await page.waitForFunction(() => CSS.highlights.get("newsgloss-nation")?.size === 4);
});
