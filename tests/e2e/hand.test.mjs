/**
 * The reader's hand in harder cases: on the way to a card, on a phone, at 400 % zoom, with the keyboard elsewhere; and
 * what the page must not suffer.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, heading, hover, middle, ready, SAMPLE, without } from "./support.mjs";

const { open } = browserTests();
const GLOSS = '<news-gloss for="article"></news-gloss>';
const PAGE = `<article>${SAMPLE}${SAMPLE.repeat(3)}</article>${GLOSS}`;
const LONG = `<article>${SAMPLE}${"<p>More of it.</p>".repeat(80)}</article>${GLOSS}`;

async function opened(options = {}) {
  const { page, log } = await open({ body: PAGE, ...options });
  await ready(page);
  return { page, log };
}

const cardBox = (page) => page.locator("news-gloss-card").boundingBox();
const scrolled = (page) => page.evaluate(() => scrollY);

test("over other names on a slow way to the card, the card stays", async () => {
  const { page } = await opened();
  const { x, y } = await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  const box = await cardBox(page);
  const [toX, toY] = [box.x + box.width / 2, Math.max(box.y, y) + 40];
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(x + ((toX - x) * step) / 12, y + ((toY - y) * step) / 12);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(700);
  assert.equal(await heading(page), "Donald Trump");
});

test("a rest on another name opens its card instead", async () => {
  const { page } = await opened();
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await hover(page, "Volodymyr Zelenskyy");
  await card(page, "Volodymyr Zelenskyy");
});

test("after the grace, coming back opens it again", async () => {
  const { page } = await opened();
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await page.mouse.move(900, 650);
  await card(page, undefined);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
});

test("Escape closes the card while the focus is in a field of the page, and leaves it there", async () => {
  const { page } = await opened({ body: `<input id="field">${PAGE}` });
  await page.locator("#field").focus();
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await page.keyboard.press("Escape");
  await card(page, undefined);
  assert.equal(await page.evaluate(() => document.activeElement.id), "field");
});

test("opening a card, by pointer or from the index, takes no focus from a field and scrolls nothing", async () => {
  const { page } = await opened({ body: `<input id="field">${LONG}` });
  await page.evaluate(() => scrollTo(0, 40));
  await page.locator("#field").focus({ preventScroll: true });
  const before = await scrolled(page);
  await hover(page, "Volodymyr Zelenskyy");
  await card(page, "Volodymyr Zelenskyy");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field");
  await page.keyboard.press("Escape");
  await page.locator("news-gloss-index").locator("button.open").click();
  await page.locator("news-gloss-index").getByRole("button", { name: /^Donald Trump/ }).click();
  await card(page, "Donald Trump");
  assert.equal(await scrolled(page), before);
});

/** A finger drawn over the screen: what it does comes from the browser, scrolling included. */
async function draw(page, { x, y }, by) {
  if (page.touchscreen.draw) return page.touchscreen.draw(x, y, by);
  const session = await page.context().newCDPSession(page);
  const touch = (type, at) => session.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
  await touch("touchStart", y);
  for (let step = 1; step <= 8; step++) {
    await touch("touchMove", y + (by * step) / 8);
    await page.waitForTimeout(16);
  }
  await touch("touchEnd");
  await page.waitForTimeout(200);
}

const TOUCH = { skip: without("touch") };
const PHONE = { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true };

async function sheet(page, name) {
  const { x, y } = await middle(page, name);
  await page.touchscreen.tap(x, y);
  await card(page, name);
  await page.waitForTimeout(300);
  return cardBox(page);
}

test("a sheet drawn down closes; drawn a little, it comes back; the page behind stays", TOUCH, async () => {
  const { page } = await opened({ body: LONG, context: PHONE });
  const box = await sheet(page, "Donald Trump");
  const top = { x: 195, y: box.y + 40 };
  await draw(page, top, 30);
  await page.waitForTimeout(200);
  assert.equal(await heading(page), "Donald Trump");
  assert.equal((await cardBox(page)).y, box.y);
  await draw(page, top, 150);
  await card(page, undefined);
  assert.equal(await scrolled(page), 0);
});

test("a long sheet scrolls up and down before it closes", { skip: without("drag") }, async () => {
  const { page } = await opened({ body: LONG, context: { ...PHONE, viewport: { width: 390, height: 420 } } });
  const box = await sheet(page, "Ukraine");
  const middleOf = { x: 195, y: box.y + box.height / 2 };
  const inner = () => page.evaluate(() => document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card").shadowRoot.querySelector(".card").scrollTop);
  await draw(page, middleOf, -120);
  assert.ok((await inner()) > 60, `${await inner()}`);
  await draw(page, middleOf, 70);
  assert.equal(await heading(page), "Ukraine");
  assert.equal(await scrolled(page), 0);
});

test("at 400 % zoom, sheet and index stay inside the screen, and every part is reached", async () => {
  const { page } = await opened({ context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } });
  const { x, y } = await middle(page, "Donald Trump");
  await page.mouse.click(x, y);
  await card(page, "Donald Trump");
  const box = await cardBox(page);
  assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 320 && box.y + box.height <= 256.5, JSON.stringify(box));
  await page.keyboard.press("Escape");
  const index = page.locator("news-gloss-index");
  await index.locator("button.open").click();
  await index.getByRole("button", { name: /^United Nations/ }).click();
  await card(page, "United Nations");
  await page.keyboard.press("Escape");
  await index.getByRole("button", { name: "Next mention" }).click();
  const { scrollWidth, clientWidth } = await page.evaluate(({ scrollWidth, clientWidth } = document.documentElement) => ({ scrollWidth, clientWidth }));
  assert.equal(scrollWidth, clientWidth);
});

test("nothing of the page shifts while cards, index and its views open and close", { skip: without("shifts") }, async () => {
  const { page } = await open({ path: "" });
  await page.evaluate(() => {
    window.shifts = [];
    const shift = ({ value, hadRecentInput, sources }) => ({ value, hadRecentInput, page: sources.filter(({ node }) => node).length });
    const observer = new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(shift)));
    observer.observe({ type: "layout-shift", buffered: true });
  });
  await ready(page);
  await page.waitForFunction(() => document.querySelector(".workshop dd"));
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await page.evaluate(() => window.shifts.splice(0));
  await hover(page, "Kyiv");
  await card(page, "Ukraine");
  await page.waitForTimeout(600);
  await page.keyboard.press("Escape");
  const index = page.locator("news-gloss-index");
  await index.locator("button.open").click();
  for (const view of ["Deal map", "Timeline", "Names"]) await index.getByRole("tab", { name: view }).click();
  await page.waitForTimeout(300);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(300);
  // What the reader asks for by hand may move inside the index; nothing of the page does.
  const shifts = await page.evaluate(() => window.shifts);
  assert.deepEqual(shifts.filter(({ hadRecentInput, page }) => !hadRecentInput || page > 0), []);
});

test("with reduced motion nothing is animated", async () => {
  const { page } = await opened({ context: { reducedMotion: "reduce" } });
  await hover(page, "Ukraine");
  await card(page, "Ukraine");
  const running = () =>
    page.evaluate(() => {
      const roots = [...document.querySelector("news-gloss").shadowRoot.children].map(({ shadowRoot }) => shadowRoot);
      return roots.flatMap((root) => root.getAnimations()).length;
    });
  assert.equal(await running(), 0);
});

test("on paper there are the lines under the names, and neither card nor button", { skip: without("print") }, async () => {
  const { page } = await opened();
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() =>
    [...document.querySelector("news-gloss").shadowRoot.children].map((element) => getComputedStyle(element).display),
  );
  assert.deepEqual(shown, ["none", "none"]);
});

test("where the reader forces colours, lines are drawn as boxes, since highlights would be filled", { skip: without("forcedColors") }, async () => {
  const { page } = await opened({ context: { forcedColors: "active" } });
  await page.waitForFunction(() => document.querySelector("newsgloss-overlay"));
  assert.equal(await page.evaluate(() => CSS.highlights.has("newsgloss-person")), false);
});
