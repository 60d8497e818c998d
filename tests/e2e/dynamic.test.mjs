/**
 * Pages that change: late text, live blogs, framework-like rendering, navigation without loading.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, heading, hover, ready, SAMPLE } from "./support.mjs";

const { open } = browserTests();
const GLOSS = '<news-gloss for="article"></news-gloss>';

/** The words under the highlights of nations, in reading order. */
async function nations(page, expected) {
  await page.waitForFunction((expected) => {
    const painted = [...(CSS.highlights.get("newsgloss-nation") ?? [])];
    const ranges = painted.filter(({ startContainer }) => startContainer.isConnected).map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live;
    });
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return ranges.length === painted.length && ranges.join(" ") === expected;
  }, expected);
}

test("an article that comes late, in silence", async () => {
  const { page, log } = await open({ body: `<div id="app"></div>${GLOSS}` });
  await page.waitForTimeout(800);
  await page.evaluate((html) => (document.querySelector("#app").innerHTML = `<article>${html}</article>`), SAMPLE);
  await ready(page);
  assert.deepEqual(log, []);
});

test("an article that comes very late is still read", async () => {
  const { page } = await open({ body: `<article></article>${GLOSS}` });
  await page.waitForTimeout(3500);
  await page.evaluate(() => document.querySelector("article").append("Iran and Iraq agreed."));
  await ready(page);
  await nations(page, "Iran Iraq");
});

test("a live blog that prepends, edits and removes", async () => {
  const { page } = await open({ body: `<article><p>Iran spoke.</p></article>${GLOSS}` });
  await ready(page);
  await page.evaluate(() => document.querySelector("article").prepend("Oman listened."));
  await nations(page, "Oman Iran");
  await page.evaluate(() => (document.querySelector("p").firstChild.data = "Iraq spoke."));
  await nations(page, "Oman Iraq");
  await page.evaluate(() => document.querySelector("p").remove());
  await nations(page, "Oman");
});

test("hidden text is read once it is shown", async () => {
  const { page } = await open({ body: `<article><p>Iran.</p><div id="more" style="display:none">Iraq.</div></article>${GLOSS}` });
  await ready(page);
  await nations(page, "Iran");
  await page.evaluate(() => (document.querySelector("#more").style.display = "block"));
  await nations(page, "Iran Iraq");
});

test("a page whose article is replaced by another one", async () => {
  const { page } = await open({ body: `<main><article>Iran spoke.</article></main>${GLOSS}` });
  await ready(page);
  await page.evaluate(() => (document.querySelector("main").innerHTML = "<article>Iraq spoke.</article>"));
  await nations(page, "Iraq");
});

test("an open card stays with its entity while the page changes, and goes with it", async () => {
  const { page } = await open({ body: `<article><p>Iran spoke.</p><p id="b">Iraq left.</p></article>${GLOSS}` });
  await ready(page);
  await hover(page, "Iraq");
  await card(page, "Iraq");
  await page.evaluate(() => document.querySelector("article").prepend("Oman listened. "));
  await nations(page, "Oman Iran Iraq");
  assert.equal(await heading(page), "Iraq");
  await page.evaluate(() => document.querySelector("#b").remove());
  await card(page, undefined);
});

test("a thousand updates: no error, no range left behind", async () => {
  const { page, log } = await open({ body: `<article><p>Iran spoke.</p></article>${GLOSS}` });
  await ready(page);
  await page.evaluate(async () => {
    const article = document.querySelector("article");
    for (let i = 0; i < 1000; i++) {
      const p = document.createElement("p");
      p.textContent = i % 2 ? "Iraq answered." : "Oman listened.";
      article.prepend(p);
      if (article.children.length > 5) article.lastElementChild.remove();
      if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await nations(page, "Iraq Oman Iraq Oman Iraq");
  assert.deepEqual(log, []);
});

test("text that is replaced node by node, as frameworks do, loses no highlight", async () => {
  const { page, log } = await open({ body: `<article></article>${GLOSS}` });
  await page.evaluate(() => {
    const article = document.querySelector("article");
    let n = 0;
    const render = () => {
      n += 1;
      article.replaceChildren(...["Iran", "Iraq", "Oman"].map((name) => Object.assign(document.createElement("p"), { textContent: `${name} has ${n} votes.` })));
    };
    render();
    const timer = setInterval(() => (n < 30 ? render() : clearInterval(timer)), 50);
  });
  await ready(page);
  await page.waitForFunction(() => document.querySelector("p").textContent === "Iran has 30 votes.");
  await nations(page, "Iran Iraq Oman");
  assert.deepEqual(log, []);
});
