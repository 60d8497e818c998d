/**
 * The demonstration: its controls, its figures, the code to copy, and the reader's own text.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, hover, ready, without } from "./support.mjs";

const { open } = browserTests();

async function opened(path = "", context) {
  const { page, log } = await open({ path, context });
  await ready(page);
  await page.locator(".workshop dd").first().waitFor();
  return { page, log, workshop: page.locator(".workshop") };
}

for (const path of ["", "tariffs.html", "ceasefire.html", "takeover.html"]) {
  test(`the article ${path || "index.html"} shows people, nations and deals, and what they took`, async () => {
    const { page, log, workshop } = await opened(path);
    const marks = await page.evaluate(() => ["person", "nation", "deal"].map((kind) => CSS.highlights.get(`newsgloss-${kind}`)?.size > 0));
    assert.deepEqual(marks, [true, true, true]);
    const figures = await workshop.locator("dd").allTextContents();
    assert.match(figures[1], /^[\d.]+ ms · \d+ \/ ms$/);
    assert.match(figures[2], /^[\d,]+ KB$/);
    assert.equal(figures[3], "0", "nothing is asked of other hosts");
    assert.deepEqual(log, []);
  });
}

test("its controls change kinds, density, look, shade and language, and the code to copy follows", async () => {
  const permissions = without("clipboard") ? [] : ["clipboard-read", "clipboard-write"];
  const { page, workshop } = await opened("", { permissions });
  const size = (kind) => page.evaluate((kind) => CSS.highlights.get(`newsgloss-${kind}`)?.size ?? 0, kind);
  const all = await size("person");
  await workshop.getByRole("combobox", { name: "Marked" }).selectOption("first");
  await page.waitForFunction((all) => CSS.highlights.get("newsgloss-person")?.size < all, all);
  await workshop.getByRole("checkbox", { name: "Nations" }).uncheck();
  await page.waitForFunction(() => !CSS.highlights.has("newsgloss-nation"));
  await workshop.getByRole("combobox", { name: "Look" }).selectOption("ink");
  await workshop.getByRole("combobox", { name: "Shade" }).selectOption("dark");
  await workshop.getByRole("button", { name: "Copy" }).click();
  assert.match(await copied(page), /<news-gloss for="article" kinds="person deal organization place" density="first" theme="ink dark"><\/news-gloss>$/);
  await workshop.getByRole("combobox", { name: "Language" }).selectOption("ar");
  await page.locator("h2", { hasText: "وراء المقال" }).waitFor();
  assert.equal(await page.locator("news-gloss-index").locator("button.open").textContent(), "في هذا المقال");
  assert.equal(await page.locator("nav a").last().textContent(), "المظهر");
});

/** What the reader has copied; pasted where the driver lets nobody read it. */
async function copied(page) {
  if (!without("clipboard")) return page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => document.body.appendChild(document.createElement("textarea")).focus());
  await page.keyboard.press("Control+v");
  await page.waitForFunction(() => document.activeElement.value !== "");
  return page.evaluate(() => document.activeElement.value);
}

test("the annotations are shown raw", async () => {
  const { workshop } = await opened();
  await workshop.getByText("The annotations, raw").click();
  const raw = JSON.parse(await workshop.locator("details pre").textContent());
  assert.equal(raw.version, 1);
});

/** @type {[string, { name: string, mimeType: string, buffer: Buffer }][]} */
const FILES = [
  ["a text", { name: "story.txt", mimeType: "text/plain", buffer: Buffer.from("Emmanuel Macron spoke in Paris.\n\nHe met Donald Trump.") }],
  [
    "a page, whose scripts do not run",
    {
      name: "story.html",
      mimeType: "text/html",
      buffer: Buffer.from("<nav><p>Home</p></nav><article><h1>News</h1><p>Emmanuel Macron met Donald Trump.</p><script>parent.hacked = 1</script></article>"),
    },
  ],
];

for (const [what, file] of FILES) {
  test(`reads ${what} from a file`, async () => {
    const { page } = await open({ path: "paste.html", context: { viewport: { width: 1000, height: 1400 } } });
    await page.locator("#file").setInputFiles(file);
    await ready(page);
    await hover(page, "Emmanuel Macron");
    await card(page, "Emmanuel Macron");
    assert.deepEqual(await page.evaluate(() => [window.hacked, document.querySelector("#pasted").textContent.includes("Home")]), [undefined, false]);
  });
}

test("reads pasted text, on the day that is given", async () => {
  const { page, url } = await open({ path: "paste.html" });
  await page.locator("#text").fill("U.S. President Joe Biden spoke in Washington.");
  await page.locator("#date").fill("2024-05-01");
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  assert.equal(await page.evaluate(() => document.querySelector("news-gloss").annotations.date), "2024-05-01");
  assert.ok(page.url().startsWith(url));
});
