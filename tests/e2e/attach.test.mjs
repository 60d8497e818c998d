/**
 * The page before, while and after Newsgloss is attached.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, ready, SAMPLE, without } from "./support.mjs";

const { open } = browserTests();

const PAGE = `<main><article id="a"><h1>A deal for <b>Ukra</b>ine</h1>${SAMPLE}</article></main>`;

test("attach changes no node, and detach leaves nothing", async () => {
  const { page, log } = await open({ body: PAGE });
  const result = await page.evaluate(async () => {
    const { load } = await window.bring("/newsgloss/newsgloss.js");
    const gloss = await load();
    const others = new CSSStyleSheet();
    document.adoptedStyleSheets = [others];
    CSS.highlights.set("theirs", new Highlight());
    const nodes = () => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
      const found = [];
      while (walker.nextNode()) found.push(walker.currentNode);
      return found;
    };
    const [html, before] = [document.documentElement.outerHTML, nodes()];
    const records = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    const attached = gloss.attach(document.querySelector("article"), {});
    const during = { html: document.documentElement.outerHTML, highlights: [...CSS.highlights.keys()].sort() };
    const sheets = document.adoptedStyleSheets.length;
    attached.detach();
    const same = (list) => list.length === before.length && list.every((node, i) => node === before[i]);
    return {
      during: during.html === html,
      highlights: during.highlights,
      sheets,
      after: document.documentElement.outerHTML === html && same(nodes()),
      left: [...CSS.highlights.keys()],
      leftSheets: document.adoptedStyleSheets.length === 1 && document.adoptedStyleSheets[0] === others,
      records: records.concat(observer.takeRecords()).length,
    };
  });
  assert.deepEqual(result, {
    during: true,
    highlights: ["newsgloss-nation", "newsgloss-organization", "newsgloss-person", "newsgloss-place", "theirs"].concat(
      result.highlights.includes("newsgloss-deal") ? ["newsgloss-deal"] : [],
    ).sort(),
    sheets: 2,
    after: true,
    left: ["theirs"],
    leftSheets: true,
    records: 0,
  });
  assert.deepEqual(log, []);
});

test("every highlight is a StaticRange over the mention's own words, and answers to the pointer", async () => {
  const { page } = await open({ body: `${PAGE}<news-gloss for="article"></news-gloss>` });
  await ready(page);
  const wrong = await page.evaluate(() => {
    const { page, annotations } = document.querySelector("news-gloss");
    const texts = [...CSS.highlights].filter(([name]) => name !== "newsgloss-deal").flatMap(([, set]) =>
      [...set].map((range) => {
        if (!(range instanceof StaticRange)) return "not a StaticRange";
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    );
    const misses = annotations.mentions.filter((mention) => {
      const [box] = page.rects(mention);
      return page.at(box.x + box.width / 2, box.y + box.height / 2) !== mention;
    });
    const names = annotations.mentions.map(({ text }) => text);
    return { misses, difference: texts.sort().join("|") === names.sort().join("|") ? "" : [texts, names] };
  });
  assert.deepEqual(wrong, { misses: [], difference: "" });
});

test("a name in pieces of markup is one highlight, and nothing beside it answers", async () => {
  const { page } = await open({ body: `${PAGE}<news-gloss for="article"></news-gloss>` });
  await ready(page);
  const found = await page.evaluate(() => {
    const { page } = document.querySelector("news-gloss");
    const letter = document.querySelector("b").getBoundingClientRect();
    const { right, top, bottom } = document.querySelector("h1").getBoundingClientRect();
    return [page.at(letter.x + 5, letter.y + 5)?.text, page.at(right - 5, (top + bottom) / 2), page.at(-5, -5)];
  });
  assert.deepEqual(found, ["Ukraine", undefined, undefined]);
});

for (const [density, marks] of [["all", 3], ["section", 2], ["first", 1]]) {
  test(`density ${density} marks ${marks} of three mentions in two sections`, async () => {
    const body = `<article><h2>One</h2><p>Ukraine agreed. Ukraine signed.</p><h2>Two</h2><p>Ukraine rose.</p></article>
      <news-gloss for="article" kinds="nation" density="${density}"></news-gloss>`;
    const { page } = await open({ body });
    await ready(page);
    assert.equal(await page.evaluate(() => CSS.highlights.get("newsgloss-nation").size), marks);
  });
}

test("only the wanted kinds are shown", async () => {
  const { page } = await open({ body: `<article>${SAMPLE}</article><news-gloss for="article" kinds="person"></news-gloss>` });
  await ready(page);
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ["newsgloss-person"]);
});

test("the element leaves with all it brought", async () => {
  const { page, log } = await open({ body: `<article>${SAMPLE}</article><news-gloss for="article"></news-gloss>` });
  await ready(page);
  const left = await page.evaluate(() => {
    document.querySelector("news-gloss").remove();
    return [CSS.highlights.size, document.adoptedStyleSheets.length];
  });
  assert.deepEqual(left, [0, 0]);
  assert.deepEqual(log, []);
});

test("two articles share the highlights, and one leaves the other's alone", async () => {
  const { page } = await open({ body: `<article id="a">${SAMPLE}</article><article id="b">${SAMPLE}</article>` });
  const sizes = await page.evaluate(async () => {
    const gloss = await (await window.bring("/newsgloss/newsgloss.js")).load();
    const [a, b] = ["#a", "#b"].map((id) => gloss.attach(document.querySelector(id)));
    const both = CSS.highlights.get("newsgloss-person").size;
    a.detach();
    const one = CSS.highlights.get("newsgloss-person").size;
    b.detach();
    return [both / one, CSS.highlights.size, document.adoptedStyleSheets.length];
  });
  assert.deepEqual(sizes, [2, 0, 0]);
});

/** @type {[string, string][]} what the browser lacks, and how it comes to lack it */
const LACKS = [
  ["no highlights", "Object.defineProperty(CSS, 'highlights', { value: undefined });"],
  [
    "highlights without lines",
    `const { getComputedStyle } = window;
    window.getComputedStyle = (element, pseudo) => {
      if (!pseudo?.startsWith("::highlight")) return getComputedStyle.call(window, element, pseudo);
      return { getPropertyValue: (name) => (name === "background-color" ? "rgb(1, 2, 3)" : "none") };
    };`,
  ],
];

for (const [lack, script] of LACKS) {
  test(`where the browser has ${lack}, boxes stand over the page, and leave with it`, async () => {
    const { page, log } = await open({ body: `<article>${SAMPLE}</article>`, script });
    const result = await page.evaluate(async () => {
      const gloss = await (await window.bring("/newsgloss/newsgloss.js")).load();
      const before = document.documentElement.outerHTML;
      const attached = gloss.attach(document.querySelector("article"));
      while (document.querySelectorAll("newsgloss-overlay").length < 1) await new Promise((resolve) => setTimeout(resolve, 20));
      const hosts = document.querySelectorAll("newsgloss-overlay").length;
      const inside = document.body.outerHTML;
      const { mentions } = attached.annotations;
      const [box] = attached.rects(mentions[0]);
      const hit = attached.at(box.x + 2, box.y + 2) === mentions[0];
      attached.detach();
      return { hosts: hosts > 0, inside: before.includes(inside), hit, after: document.documentElement.outerHTML === before };
    });
    assert.deepEqual(result, { hosts: true, inside: true, hit: true, after: true });
    assert.deepEqual(log, []);
  });
}

test("what is attached stays, also where nobody keeps the page", { skip: without("garbage") }, async () => {
  const { page } = await open({ body: `<article>${SAMPLE}</article>` });
  await page.evaluate(async () => {
    (await (await window.bring("/newsgloss/newsgloss.js")).load()).attach(document.querySelector("article"));
  });
  for (let i = 0; i < 5; i++) {
    await page.requestGC();
    await page.waitForTimeout(50);
  }
  assert.equal(await page.evaluate(() => CSS.highlights.get("newsgloss-person")?.size), 3);
});

test("detaching twice, and asking a detached page, does no harm", async () => {
  const { page, log } = await open({ body: `<article>${SAMPLE}</article>` });
  const asked = await page.evaluate(async () => {
    const gloss = await (await window.bring("/newsgloss/newsgloss.js")).load();
    const attached = gloss.attach(document.querySelector("article"));
    const [mention] = attached.annotations.mentions;
    attached.detach();
    attached.detach();
    attached.reveal(mention);
    return [attached.annotations, attached.at(10, 10), attached.text, attached.rects(mention).length];
  });
  assert.deepEqual(asked, [undefined, undefined, "", 0]);
  assert.deepEqual(log, []);
});
