/**
 * Cards: when they open and close, by pointer, touch and key.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, heading, hover, middle, ready, SAMPLE, without } from "./support.mjs";

const { open } = browserTests();
const PAGE = `<article>${SAMPLE}<p>More is <a href="#there">on Emmanuel Macron here</a>.</p></article>
  <news-gloss for="article"></news-gloss>`;

async function opened(options = {}) {
  const { page, log } = await open({ body: PAGE, ...options });
  await ready(page);
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["open", "close"]) document.addEventListener(`newsgloss-${name}`, () => window.heard.push(name));
  });
  return { page, log };
}

test("opens after a rest on a name, not in passing", async () => {
  const { page } = await opened();
  const { x, y } = await middle(page, "Donald Trump");
  await page.mouse.move(x, y);
  await page.mouse.move(x, y + 200);
  await page.waitForTimeout(500);
  assert.equal(await heading(page), undefined);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  assert.deepEqual(await page.evaluate(() => window.heard), ["open"]);
});

test("closes after the grace, and coming back within it keeps it", async () => {
  const { page } = await opened({ head: "<style>body { padding-top: 60px }</style>" });
  const { x, y } = await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  const start = Date.now();
  await page.mouse.move(x, y - 30);
  await page.mouse.move(x, y);
  const inTime = Date.now() - start < 250;
  await page.waitForTimeout(700);
  assert.equal(await heading(page), "Donald Trump");
  const heard = () => page.evaluate(() => window.heard);
  // A busy machine may move the pointer too late: then the card has closed and opened again.
  if (inTime) assert.deepEqual(await heard(), ["open"]);
  await page.mouse.move(900, 650);
  await card(page, undefined);
  assert.equal((await heard()).at(-1), "close");
});

test("stays while the pointer goes to it and rests on it", async () => {
  const { page } = await opened();
  const { x, y } = await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await page.mouse.move(x + 20, y + 60, { steps: 8 });
  await page.waitForTimeout(900);
  assert.equal(await heading(page), "Donald Trump");
});

test("Escape closes it where the pointer stands, and it stays closed there", async () => {
  const { page } = await opened();
  const { x, y } = await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await page.keyboard.press("Escape");
  await card(page, undefined);
  await page.mouse.move(x + 2, y);
  await page.waitForTimeout(600);
  assert.equal(await heading(page), undefined);
});

test("a party opens its own card in place, with a way back", async () => {
  const { page } = await opened();
  const deal = await page.evaluate(() => document.querySelector("news-gloss").annotations.deals[0]);
  if (!deal) return;
  await hover(page, deal.mentions[0].text);
  await card(page, deal.title);
  const inCard = page.locator("news-gloss-card");
  await inCard.getByRole("button", { name: deal.parties[0].name }).first().click();
  await card(page, deal.parties[0].name);
  await inCard.getByRole("button", { name: `Back to ${deal.title}` }).click();
  await card(page, deal.title);
});

test("words that mean two open a card of both, and each of them its own", async () => {
  const body = `<article><p>President Donald Trump met French President Emmanuel Macron in Paris. Both leaders
    smiled.</p></article><news-gloss for="article" date="2025-02-24"></news-gloss>`;
  const { page } = await opened({ body });
  await hover(page, "Both leaders");
  await card(page, "Donald Trump and Emmanuel Macron");
  const inCard = page.locator("news-gloss-card");
  assert.equal(await inCard.locator(".card").getAttribute("aria-label"), "Donald Trump and Emmanuel Macron");
  const items = await inCard.getByRole("listitem").allInnerTexts();
  assert.deepEqual(items.map((text) => text.trim()), [
    "Donald Trump\nPresident of the United States",
    "Emmanuel Macron\nPresident of France",
  ]);
  await inCard.getByRole("button", { name: /^Emmanuel Macron/ }).press("Enter");
  await card(page, "Emmanuel Macron");
  await inCard.getByRole("button", { name: "Back to Donald Trump and Emmanuel Macron" }).press("Enter");
  await card(page, "Donald Trump and Emmanuel Macron");
});

test("a name in a link opens its card on hover; a click follows the link", async () => {
  const { page } = await opened();
  const { x, y } = await hover(page, "Emmanuel Macron");
  await card(page, "Emmanuel Macron");
  await page.mouse.click(x, y);
  await page.waitForURL(/#there$/);
});

test("a click opens at once; a click elsewhere closes", async () => {
  const { page } = await opened();
  const { x, y } = await middle(page, "Donald Trump");
  await page.mouse.click(x, y);
  await card(page, "Donald Trump");
  await page.mouse.click(x, 600);
  await card(page, undefined);
});

for (const [width, height] of [[320, 568], [480, 400], [1280, 720]]) {
  test(`stays inside a viewport of ${width} by ${height}, and never scrolls the page`, async () => {
    const { page } = await opened({ context: { viewport: { width, height } } });
    for (const name of ["Donald Trump", "Volodymyr Zelenskyy", "United Nations", "Emmanuel Macron"]) {
      const { x, y } = await middle(page, name);
      await page.mouse.click(x, y - 2);
      const box = await page.locator("news-gloss-card").boundingBox();
      if (!box) continue;
      const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height + 0.5;
      assert.ok(inside, `${name}: ${JSON.stringify(box)}`);
      assert.ok(box.width >= Math.min(320, width - 16), `${box.width} px wide`);
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.keyboard.press("Escape");
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  });
}

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

test("a tap opens a sheet at the foot of the screen; a tap outside closes it", { skip: without("touch") }, async () => {
  const { page } = await opened({ context: PHONE });
  const { x, y } = await middle(page, "Donald Trump");
  await page.touchscreen.tap(x, y);
  await card(page, "Donald Trump");
  await page.waitForTimeout(250);
  const box = await page.locator("news-gloss-card").boundingBox();
  assert.equal(Math.round(box.y + box.height), 800);
  assert.equal(box.width, 390);
  await page.touchscreen.tap(200, 3);
  await card(page, undefined);
});

test("follows its mention when the page scrolls", async () => {
  const { page } = await opened({ body: `${PAGE}<div style="height: 3000px"></div>` });
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  const top = async () => (await page.locator("news-gloss-card").boundingBox()).y;
  const before = await top();
  await page.evaluate(() => scrollBy(0, 10));
  await page.waitForTimeout(150);
  assert.equal(before - (await top()), 10);
});
