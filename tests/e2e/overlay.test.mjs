/**
 * Boxes where the browser cannot highlight: they stand under their words, whatever moves those, and nowhere else.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, ready, without } from "./support.mjs";

const { open } = browserTests();

/** No highlights, and a shadow root of the boxes that the test can look into. */
const WITHOUT = `Object.defineProperty(CSS, "highlights", { value: undefined });
  window.overlays = [];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    if (this.localName === "newsgloss-overlay") window.overlays.push(root);
    return root;
  };
  /** The boxes of nations, in viewport pixels. */
  window.boxes = () => window.overlays.flatMap((root) => (root.isConnected ? [...root.querySelectorAll(".nation")] : []))
    .map((box) => box.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join());
  /** The lines of what is marked, as far as they are seen. */
  window.lines = (seen = () => true) => {
    const { page, annotations } = document.querySelector("news-gloss");
    return annotations.mentions.filter(seen).flatMap((mention) => page.rects(mention))
      .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join());
  };
  window.fits = (seen) => window.boxes().sort().join(" ") === window.lines(seen).sort().join(" ") && window.boxes().length > 0;`;

const GLOSS = '<news-gloss for="article" kinds="nation"></news-gloss>';
const STORY = "<p>The minister of Iran spoke.</p><p>That of Iraq left, and Oman was not asked.</p>";

/** A picture that says how large it is only once it has come. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="130"></svg>';
const FONT = new URL("../../node_modules/dejavu-fonts-ttf/ttf/DejaVuSerif.ttf", import.meta.url);
const files = {
  "late.svg": { body: PICTURE, type: "image/svg+xml" },
  "late.ttf": { body: readFileSync(FONT), type: "font/ttf" },
};

/** @param {string} body @param {object} [options] a page whose boxes have been drawn */
async function boxed(body, options) {
  const { page, log } = await open({ body: body + GLOSS, script: WITHOUT, ...options });
  await ready(page);
  await page.waitForFunction(() => window.boxes().length > 0);
  return { page, log };
}

/** @type {[string, string, () => unknown][]} what happens, the body, how it happens */
const MOVES = [
  ["text comes before it", `<article>${STORY}</article>`, () => document.body.prepend(document.createElement("hr"))],
  ["a picture above comes late", `<article><img>${STORY}</article>`, () => {
    document.querySelector("img").src = "/late.svg";
  }],
  ["a picture outside of the article comes late", `<img><article>${STORY}</article>`, () => {
    document.querySelector("img").src = "/late.svg";
  }],
  ["a web font comes late", `<style media="not all">@font-face { font-family: late; src: url(/late.ttf) }</style>
    <article style="font-family: late, sans-serif; font-size: 30px">${STORY}</article>`, () => {
    document.querySelector("body style").media = "all";
  }],
  ["details are opened", `<article><details><summary>More</summary><p>There was more.</p></details>${STORY}</article>`, () => {
    document.querySelector("summary").click();
  }],
  ["a transition runs", `<style>article { transition: margin-left 0.4s } .aside { margin-left: 90px }</style><article>${STORY}</article>`, () => {
    document.querySelector("article").className = "aside";
  }],
  ["an animation runs", `<style>@keyframes in { to { transform: translate(40px, 20px) } } .moves { animation: in 0.4s forwards }</style><article>${STORY}</article>`, () => {
    document.querySelector("article").className = "moves";
  }],
  ["the page is zoomed", `<article>${STORY}</article>`, () => {
    document.documentElement.style.zoom = "1.5";
  }],
  ["a style sheet is switched", `<style media="not all">article { columns: 2 }</style><article>${STORY}</article>`, () => {
    document.querySelector("body style").media = "all";
  }],
  ["the page scrolls", `<article>${STORY}<p style="height: 3000px"></p></article>`, () => scrollTo({ top: 40, behavior: "instant" })],
  ["words change", `<article>${STORY}</article>`, () => {
    document.querySelector("p").textContent = "Long after that the minister of Iran spoke.";
  }],
];

for (const [what, body, happen] of MOVES) {
  test(`boxes follow where ${what}`, async () => {
    const { page, log } = await boxed(body, { files });
    await page.waitForFunction(() => window.fits());
    const before = await page.evaluate(() => window.lines().join(" "));
    await page.evaluate(happen);
    await page.waitForFunction((before) => window.fits() && window.lines().join(" ") !== before, before);
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => window.boxes().sort()), await page.evaluate(() => window.lines().sort()));
    assert.deepEqual(log, []);
  });
}

test("what is scrolled out of its box, hidden or transparent has none", async () => {
  const { page } = await boxed(`<article><div style="height: 60px; overflow: auto"><p>Iran spoke.</p><p style="margin-top: 100px">Iraq left.</p></div>
    <p style="visibility: hidden">Peru.</p><p style="opacity: 0">Chile.</p></article>`);
  const only = (names) => page.waitForFunction((names) => window.fits(({ text }) => names.includes(text)), names);
  await only(["Iran"]);
  await page.evaluate(() => document.querySelector("div").scrollTo({ top: 200, behavior: "instant" }));
  await only(["Iraq"]);
  await page.evaluate(() => (document.querySelector("p[style*=opacity]").style.opacity = 1));
  await only(["Iraq", "Chile"]);
});

test("nothing is drawn while nothing moves, and far from the viewport nothing at all", async () => {
  const { page } = await boxed(`<article>${STORY}${"<p>The minister of Iran spoke. That of Iraq left.</p>".repeat(100)}</article>`);
  const drawn = await page.evaluate(async () => {
    const changes = [];
    const all = { subtree: true, childList: true, attributes: true };
    for (const root of window.overlays) new MutationObserver((records) => changes.push(...records)).observe(root, all);
    dispatchEvent(new Event("resize"));
    document.body.title = "Nothing moves by this.";
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { changes: changes.length, boxes: window.boxes().length, lines: window.lines().length };
  });
  assert.equal(drawn.changes, 0);
  assert.equal(drawn.lines, 203);
  assert.ok(drawn.boxes > 20 && drawn.boxes < 160, `${drawn.boxes} boxes`);
});

test("a burst of events is one look at the page, and reading comes before writing", async () => {
  const { page } = await boxed(`<article>${STORY.repeat(20)}</article>`);
  const calls = await page.evaluate(async () => {
    const order = [];
    const note = (target, name, what) => {
      const own = target[name];
      target[name] = function (...words) {
        order.push(what);
        return own.apply(this, words);
      };
    };
    note(Range.prototype, "getClientRects", "read");
    note(CSSStyleDeclaration.prototype, "setProperty", "write");
    document.querySelector("article").style.marginLeft = "30px";
    for (let i = 0; i < 50; i++) dispatchEvent(new Event("scroll"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { reads: order.filter((what) => what === "read").length, last: order.lastIndexOf("read"), first: order.indexOf("write") };
  });
  const each = 60;
  assert.ok(calls.reads <= 2 * each, `${calls.reads} reads`);
  assert.ok(calls.first >= each, `${calls.first} reads before the first write`);
});

test("on paper there is no box", { skip: without("print") }, async () => {
  const { page } = await boxed(`<article>${STORY}</article>`);
  await page.emulateMedia({ media: "print" });
  const width = () => page.evaluate(() => Math.max(...window.overlays.flatMap((root) => [...root.querySelectorAll("i")]).map((box) => box.getBoundingClientRect().width)));
  assert.equal(await width(), 0);
  await page.emulateMedia({ media: "screen" });
  assert.ok((await width()) > 0);
});

test("the reader forces colours, and no longer does, while the page is open", { skip: without("forcedColors") }, async () => {
  const { page, log } = await open({ body: `<article>${STORY}</article>${GLOSS}` });
  await ready(page);
  const state = () => page.evaluate(() => [CSS.highlights.size, document.querySelectorAll("newsgloss-overlay").length > 0]);
  const becomes = (highlights, overlay) =>
    page.waitForFunction(([highlights, overlay]) => CSS.highlights.size === highlights && document.querySelectorAll("newsgloss-overlay").length > 0 === overlay, [highlights, overlay]);
  assert.deepEqual(await state(), [1, false]);
  await page.emulateMedia({ forcedColors: "active" });
  await becomes(0, true);
  await page.emulateMedia({ forcedColors: "none" });
  await becomes(1, false);
  await page.evaluate(() => document.querySelector("news-gloss").remove());
  await page.emulateMedia({ forcedColors: "active" });
  await page.waitForTimeout(200);
  assert.deepEqual([await state(), log], [[0, false], []]);
});
