/**
 * Stories in frames that an element is for: read from outside, with cards on the page around them.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { browserTests, card, hover, ready, SAMPLE, without } from "./support.mjs";

const { open } = browserTests();
const GLOSS = '<news-gloss for="iframe#story"></news-gloss>';
const COUNT = `window.failures = [];
  addEventListener("newsgloss-error", ({ detail }) => window.failures.push(detail.message));`;

/** A page whose story stands in a frame. */
const framed = (story, attributes = "") =>
  `<style>iframe { margin: 60px; width: 400px; height: 120px }</style>
  <iframe id="story" ${attributes} srcdoc="<!doctype html><html lang=en><body>${story.replaceAll('"', "&quot;")}</body></html>"></iframe>`;

/** The same page at another origin. */
let elsewhere;
before(async () => {
  const body = `<!doctype html><html lang="en"><body>${SAMPLE}</body></html>`;
  elsewhere = await serve({ answer: (path) => (path === "/story.html" ? { body } : undefined) });
});
after(() => elsewhere?.close());

/** @param {import("playwright-core").Page} page the boxes of the frame and of the card */
const boxes = (page) =>
  page.evaluate(() => {
    const box = (element) => JSON.parse(JSON.stringify(element.getBoundingClientRect()));
    const card = document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card");
    return { frame: box(document.querySelector("iframe")), card: box(card) };
  });

test("a card opens over the frame and beyond it, beside its name, and closes with the pointer", async () => {
  const { page, log } = await open({ body: framed(SAMPLE) + GLOSS });
  await ready(page);
  const { x, y } = await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  const { frame, card: shown } = await boxes(page);
  assert.ok(x > frame.left && x < frame.right && y > frame.top && y < frame.bottom, "the pointer is in the frame");
  assert.ok(shown.bottom > frame.bottom, "the card is not cut off by its frame");
  assert.ok(shown.top > y && shown.top < y + 30 && shown.left < x && shown.right > x, "the card stands at the name");
  await page.mouse.move(x, shown.top + 40, { steps: 5 });
  await page.waitForTimeout(700);
  await card(page, "Donald Trump");
  await page.mouse.move(5, 5);
  await card(page, undefined);
  assert.deepEqual(log, []);
});

test("Escape, a press and a scroll in the frame reach the card", async () => {
  const { page } = await open({ body: framed(`${SAMPLE}<p style="height: 900px">.</p>`) + GLOSS });
  await ready(page);
  const top = () => page.evaluate(() => document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card").getBoundingClientRect().top);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  const before = await top();
  await page.evaluate(() => document.querySelector("iframe").contentWindow.scrollTo({ top: 10, behavior: "instant" }));
  await page.waitForFunction((before) => Math.abs(document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card").getBoundingClientRect().top - before + 10) < 1, before);
  await page.evaluate(() => document.querySelector("iframe").contentWindow.focus());
  await page.keyboard.press("Escape");
  await card(page, undefined);
  await hover(page, "Volodymyr Zelenskyy");
  await card(page, "Volodymyr Zelenskyy");
  const { frame } = await boxes(page);
  await page.mouse.click(frame.left + 6, frame.bottom - 6);
  await card(page, undefined);
});

test("a tap in the frame opens a sheet on the page", { skip: without("touch") }, async () => {
  const { page } = await open({ body: framed(SAMPLE).replace("margin: 60px; width: 400px", "width: 300px") + GLOSS, context: { hasTouch: true, viewport: { width: 360, height: 640 } } });
  await ready(page);
  const { x, y } = await page.evaluate(() => {
    const { page, annotations } = document.querySelector("news-gloss");
    const [box] = page.rects(annotations.mentions.find(({ text }) => text === "Donald Trump"));
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.touchscreen.tap(x, y);
  await card(page, "Donald Trump");
  const { card: shown } = await boxes(page);
  assert.ok(Math.abs(shown.bottom - 640) < 20, `the sheet ends at ${shown.bottom}`);
});

test("the index goes to a name in a frame that is off the screen", async () => {
  const story = `<p style="height: 400px">.</p>${SAMPLE}`;
  const { page } = await open({ body: `<p style="height: 2000px"></p>${framed(story)}${GLOSS}`, context: { reducedMotion: "reduce" } });
  await ready(page);
  const seen = await page.evaluate(() => {
    const { page, annotations } = document.querySelector("news-gloss");
    const mention = annotations.mentions.find(({ text }) => text === "Donald Trump");
    page.reveal(mention);
    const [box] = page.rects(mention);
    return page.at(box.x + 5, box.y + 5)?.text;
  });
  assert.equal(seen, "Donald Trump");
});

test("what the page shows over a frame hides its names, and nothing answers where it is scrolled away", async () => {
  const { page } = await open({ body: `${framed(SAMPLE)}<div id="over" style="position: absolute; inset: 0; display: none">Over it.</div>${GLOSS}` });
  await ready(page);
  const at = () => page.evaluate(() => {
    const { page, annotations } = document.querySelector("news-gloss");
    const [box] = page.rects(annotations.mentions.find(({ text }) => text === "Donald Trump"));
    return page.at(box.x + 5, box.y + 5)?.text;
  });
  assert.equal(await at(), "Donald Trump");
  await page.evaluate(() => (document.querySelector("#over").style.display = "block"));
  assert.equal(await at(), undefined);
  await page.evaluate(() => document.querySelector("#over").remove());
  await page.evaluate(() => {
    const { contentDocument: inside, contentWindow } = document.querySelector("iframe");
    inside.body.style.height = "999px";
    contentWindow.scrollTo({ top: 300, behavior: "instant" });
  });
  assert.equal(await at(), undefined);
});

test("nothing is put into the frame, nothing runs in it, and its document is left as it was", async () => {
  const { page, log } = await open({ body: framed(SAMPLE, 'sandbox="allow-same-origin"') + GLOSS });
  await ready(page);
  const found = await page.evaluate(() => {
    const { contentDocument: inside, contentWindow } = document.querySelector("iframe");
    const state = () => [inside.documentElement.outerHTML.includes("newsgloss"), inside.querySelectorAll("script, news-gloss, newsgloss-overlay").length];
    const during = [...state(), contentWindow.CSS.highlights.has("newsgloss-person"), CSS.highlights.size];
    document.querySelector("news-gloss").remove();
    return { during, after: [...state(), contentWindow.CSS.highlights.size, inside.adoptedStyleSheets.length] };
  });
  assert.deepEqual(found, { during: [false, 0, true, 0], after: [false, 0, 0, 0] });
  assert.deepEqual(log, []);
});

test("a frame within the frame is not read, and neither is one that nothing is for", async () => {
  const nested = "<iframe srcdoc='<p>The minister of Peru spoke to that of Chile in the capital.</p>'></iframe>";
  const { page } = await open({ body: framed(`<p>The minister of Iran spoke to that of Iraq in the capital.</p>${nested}`) + GLOSS });
  await ready(page);
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(() => document.querySelector("news-gloss").annotations.mentions.map(({ text }) => text)), ["Iran", "Iraq"]);
});

test("boxes stand in the frame where the browser cannot highlight, and leave with the element", async () => {
  const lacking = "<script>Object.defineProperty(CSS, 'highlights', { value: undefined })</script>";
  const { page } = await open({ body: framed(lacking + SAMPLE) + GLOSS });
  await ready(page);
  const overlays = () => page.evaluate(() => document.querySelector("iframe").contentDocument.querySelectorAll("newsgloss-overlay").length);
  for (let tries = 0; tries < 50 && (await overlays()) === 0; tries++) await page.waitForTimeout(50);
  assert.ok((await overlays()) > 0);
  assert.equal(await page.evaluate(() => document.querySelectorAll("newsgloss-overlay").length), 0);
  await page.evaluate(() => document.querySelector("news-gloss").remove());
  assert.equal(await overlays(), 0);
});

test("a frame that is empty at first is read once it has its document", async () => {
  const { page, log } = await open({ body: `<iframe id="story"></iframe>${GLOSS}` });
  await page.waitForTimeout(1000);
  await page.evaluate((story) => (document.querySelector("iframe").srcdoc = story), `<html lang="en"><body>${SAMPLE}</body></html>`);
  await ready(page);
  assert.deepEqual(log, []);
});

/** @type {[string, RegExp, () => string][]} what cannot be read, what is said, the page */
const CLOSED = [
  ["a frame of another origin", /may not read.*own origin/, () => `<iframe id="story" src="${elsewhere.url}story.html"></iframe>`],
  ["a sandbox that makes it another origin", /may not read.*own origin/, () => framed(SAMPLE, 'sandbox="allow-scripts"')],
  ["a frame without text", /for="iframe#story" has no text/, () => framed("<p> </p>")],
  ["a frame that is not there", /nothing on this page is for="iframe#story"/, () => ""],
];

for (const [what, said, body] of CLOSED) {
  test(`${what}: one line, and nothing is marked`, async () => {
    const { page, log } = await open({ body: body() + GLOSS, script: COUNT });
    await page.waitForFunction(() => window.failures.length > 0);
    await page.waitForTimeout(500);
    const failures = await page.evaluate(() => window.failures);
    assert.equal(failures.length, 1, String(failures));
    assert.match(failures[0], said);
    assert.deepEqual(log.filter((line) => line.startsWith("Newsgloss")), [`Newsgloss: ${failures[0]}`]);
    assert.deepEqual(await page.evaluate(() => document.querySelector("news-gloss").annotations), undefined);
  });
}

test("a frame that leads to another origin lets go, and is read again when it comes back", async () => {
  const { page, log } = await open({ body: framed(SAMPLE) + GLOSS });
  await ready(page);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await page.evaluate((url) => {
    const frame = document.querySelector("iframe");
    frame.removeAttribute("srcdoc");
    frame.src = url;
  }, `${elsewhere.url}story.html`);
  await page.waitForFunction(() => document.querySelector("news-gloss").annotations === undefined);
  await card(page, undefined);
  await page.evaluate(() => (document.querySelector("iframe").srcdoc = "<html lang=en><body><p>The minister of Iran spoke to that of Iraq."));
  await ready(page);
  assert.deepEqual(log.filter((line) => line.startsWith("Newsgloss")), []);
});
