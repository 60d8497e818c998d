/**
 * A newsroom's own pack: its names and corrections win, and whatever it holds can do no harm.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, hover, ready } from "./support.mjs";

const { open } = browserTests();

const ARTICLE =
  "<article><p>Ann Quibble, mayor of Port Lumley, met diplomats from Georgia in Kyiv. Quibble thanked Ukraine.</p></article>";
const GLOSS = '<news-gloss for="article" newsroom="/newsroom.json"></news-gloss>';

/** The page with a newsroom's pack: an object, or the text of the file. */
async function withPack(pack, options = {}) {
  const text = typeof pack === "string" ? pack : JSON.stringify(pack);
  const answer = { type: "application/json", body: text };
  return open({ body: ARTICLE + GLOSS, files: { "newsroom.json": answer }, ...options });
}

/** Everything that the card says. */
const said = (page) => page.evaluate(() =>
  document.querySelector("news-gloss").shadowRoot.querySelector("news-gloss-card").shadowRoot.textContent);

/** Ids of the entities, in order of first mention. */
const ids = (page) => page.evaluate(() => document.querySelector("news-gloss").annotations.entities.map((e) => e.id));

test("names and corrections win over the pack", async () => {
  const { page, log } = await withPack({
    people: [{ name: "Ann Quibble", nation: "GB", title: "Mayor of Port Lumley", text: "Elected in 2022." }],
    corrections: {
      never: ["Kyiv"],
      always: [{ alias: "Georgia", id: "place/georgia-us-state" }],
      rename: [{ id: "nation/UA", name: "The Ukraine of the stylebook" }],
    },
  });
  await ready(page);
  const found = await ids(page);
  assert.ok(found.includes("person/ann-quibble"), String(found));
  assert.ok(found.includes("place/georgia-us-state") && !found.includes("nation/GE"), String(found));
  assert.ok(!found.includes("place/kyiv"), String(found));
  await hover(page, "Ukraine");
  await card(page, "The Ukraine of the stylebook");
  await page.keyboard.press("Escape");
  await hover(page, "Quibble");
  await card(page, "Ann Quibble");
  const text = await said(page);
  assert.match(text, /Mayor of Port Lumley/);
  assert.match(text, /Elected in 2022\./);
  assert.deepEqual(log, []);
});

test("a bad entry is skipped with one line, the rest is used", async () => {
  const people = [{ name: 3 }, { name: "Ann Quibble" }, { name: "X Y", link: "javascript:alert(1)" }, "NEST"];
  const nest = "[".repeat(5_000) + "]".repeat(5_000);
  const { page, log } = await withPack(JSON.stringify({ people, poeple: [] }).replace('"NEST"', nest));
  await ready(page);
  assert.ok((await ids(page)).includes("person/ann-quibble"));
  assert.deepEqual(log, [
    'Newsgloss: newsroom pack: skipped "poeple": no part is called so, see newsroom.schema.json',
    "Newsgloss: newsroom pack: skipped people[0]: its name is no text",
    'Newsgloss: newsroom pack: skipped people[2]: "javascript:alert(1)" is no https link',
    "Newsgloss: newsroom pack: skipped people[3]: it has no name",
  ]);
});

test("markup stays text, a link leads to the web alone, and no string is too long", async () => {
  const text = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script>";
  const link = 'https://example.org/"onmouseover="window.harmed=1';
  const long = "x".repeat(10_000_000);
  const { page, log } = await withPack({
    people: [{ name: "Ann Quibble", title: "<b>Mayor</b>", text, link }, { name: long }],
    cards: [{ id: "nation/UA", text: long }, { id: long }],
    corrections: { never: [long], rename: [{ id: "nation/UA", name: "<i>Ukraine</i>" }] },
  });
  await ready(page);
  await hover(page, "Ukraine");
  await card(page, "<i>Ukraine</i>");
  await page.keyboard.press("Escape");
  await hover(page, "Ann Quibble");
  await card(page, "Ann Quibble");
  assert.ok((await said(page)).includes(text));
  assert.equal(await page.locator("news-gloss-card").locator("img[src=x], script, b").count(), 0);
  const anchor = page.locator("news-gloss-card").locator("a");
  assert.deepEqual([await anchor.getAttribute("href"), await anchor.getAttribute("onmouseover")], [link, null]);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.equal(log.length, 4, log.join("\n").slice(0, 2000));
});

const COUNT = `window.failures = [];
  addEventListener("newsgloss-error", ({ detail }) => window.failures.push(detail.message));`;

/** @type {[string, string, RegExp][]} what is wrong, the file, what is said */
const BROKEN = [
  ["no JSON", "{people", /newsroom\.json is no JSON/],
  ["a list", "[]", /no object: see newsroom\.schema\.json/],
  ["nothing", "null", /no object: see newsroom\.schema\.json/],
  ["a nest without end", "[".repeat(50_000) + "]".repeat(50_000), /no object: see newsroom\.schema\.json/],
];

for (const [what, file, said] of BROKEN) {
  test(`${what} is refused with one message, and nothing is marked`, async () => {
    const { page } = await withPack(file, { script: COUNT });
    await page.waitForFunction(() => window.failures.length > 0);
    const failures = await page.evaluate(() => window.failures);
    assert.equal(failures.length, 1, String(failures));
    assert.match(failures[0], said);
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
  });
}

test("a script gives its pack as an object, and hears what was skipped", async () => {
  const { page } = await open({ embed: false });
  const [first, skipped] = await page.evaluate(async () => {
    const { load } = await window.bring("/newsgloss/newsgloss.js");
    const newsroom = { organizations: [{ name: "Harbour League", acronyms: ["HRBL"] }], aliases: [7] };
    const gloss = await load({ newsroom });
    const { entities } = gloss.annotate("The strike was called by HRBL on Monday.");
    return [entities[0]?.id, gloss.skipped];
  });
  assert.equal(first, "organization/harbour-league");
  assert.deepEqual(skipped, ["newsroom pack: skipped aliases[0]: it has no alias"]);
});
