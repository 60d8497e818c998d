/**
 * How cards, index and map look, against pictures in tests/looks. `LOOKS=write` takes new ones; they hold for one version
 * of Chromium, and others are not compared. What differs is left in target/looks.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { handmade } from "../fixtures/annotations.js";
import { browserTests, ready, without } from "./support.mjs";

const { open, version } = browserTests();
const LOOKS = new URL("../looks/", import.meta.url);
const FOUND = new URL("../../target/looks/", import.meta.url);
const TAKEN_WITH = new URL("chromium.txt", LOOKS);
const WRITE = process.env.LOOKS === "write";

/** The share of pixels that may differ: edges of letters. */
const TOLERANCE = 0.005;

const fonts = createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf").replace(/[^/]+$/, "");
const FACES = [["Look Sans", "DejaVuSans", 400], ["Look Sans", "DejaVuSans-Bold", 600], ["Look Serif", "DejaVuSerif", 400], ["Look Serif", "DejaVuSerif-Bold", 600]];
const STYLE = `${FACES.map(([family, file, weight]) => `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("/fonts/${file}.ttf"); }`).join("\n")}
  html { background: #888; } article { display: none; }
  news-gloss { --newsgloss-sans: "Look Sans"; --newsgloss-serif: "Look Serif"; }`;

const LIGHT = { colorScheme: "light" };
const DARK = { colorScheme: "dark" };
const PHONE = { colorScheme: "light", viewport: { width: 320, height: 640 } };

/** @type {[string, string | { entity: string } | { deal: number }, string, object][]} name, a view of the index or the subject of a card, attributes, settings */
const CASES = [
  ["person", { entity: "Donald Trump" }, "", LIGHT],
  ["stranger", { entity: "Olha Stefanishyna" }, "", LIGHT],
  ["nation", { entity: "Ukraine" }, "", LIGHT],
  ["nation-dark", { entity: "Ukraine" }, "", DARK],
  ["nation-rtl", { entity: "Ukraine" }, 'lang="ar"', LIGHT],
  ["deal", { deal: 0 }, "", LIGHT],
  ["deal-failed-dark", { deal: 2 }, "", DARK],
  ["deal-rtl", { deal: 0 }, 'lang="ar"', LIGHT],
  ["deal-320", { deal: 0 }, "", PHONE],
  ["deal-ink", { deal: 0 }, 'theme="ink"', LIGHT],
  ["deal-signal", { deal: 0 }, 'theme="signal"', DARK],
  ["names", "names", "", LIGHT],
  ["names-dark", "names", "", DARK],
  ["names-rtl", "names", 'lang="ar"', LIGHT],
  ["names-320", "names", "", PHONE],
  ["map", "map", "", LIGHT],
  ["map-dark", "map", "", DARK],
  ["map-rtl", "map", 'lang="ar"', LIGHT],
  ["map-320", "map", "", PHONE],
  ["timeline", "timeline", "", LIGHT],
];

for (const [name, what, attributes, context] of CASES) {
  test(`${name} looks as before`, { skip: without("pictures") }, async (t) => {
    const known = existsSync(TAKEN_WITH) ? readFileSync(TAKEN_WITH, "utf8").trim() : "";
    if (!WRITE && known !== (await version())) {
      console.log(`skipped: the pictures in tests/looks are of Chromium ${known}, here is ${await version()}`);
      return t.skip();
    }
    const picture = await draw(what, attributes, context);
    if (WRITE) return keep(name, picture);
    const [found, expected] = [PNG.sync.read(picture), PNG.sync.read(readFileSync(new URL(`${name}.png`, LOOKS)))];
    assert.deepEqual([found.width, found.height], [expected.width, expected.height], "another size");
    const diff = new PNG({ width: found.width, height: found.height });
    const pixels = pixelmatch(found.data, expected.data, diff.data, found.width, found.height, { threshold: 0.2 });
    if (pixels > found.width * found.height * TOLERANCE) {
      mkdirSync(FOUND, { recursive: true });
      writeFileSync(new URL(`${name}.png`, FOUND), picture);
      writeFileSync(new URL(`${name}-differs.png`, FOUND), PNG.sync.write(diff));
      assert.fail(`${pixels} of ${found.width * found.height} pixels differ: see target/looks/${name}-differs.png`);
    }
  });
}

/** @param {string} name @param {Buffer} picture */
async function keep(name, picture) {
  mkdirSync(LOOKS, { recursive: true });
  writeFileSync(TAKEN_WITH, `${await version()}\n`);
  // In steps of sixteen, which the comparison does not see: half the size.
  const image = PNG.sync.read(picture);
  image.data = image.data.map((value, i) => (i % 4 === 3 ? value : Math.min(255, (value + 8) & ~15)));
  writeFileSync(new URL(`${name}.png`, LOOKS), PNG.sync.write(image, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 }));
}

/** The card or the index, alone on grey, with annotations made by hand. @returns {Promise<Buffer>} PNG */
async function draw(what, attributes, context) {
  const text = await articleText();
  const annotations = handmade(text);
  const files = Object.fromEntries(FACES.map(([, file]) => [`${file}.ttf`, { body: readFileSync(`${fonts}${file}.ttf`), type: "font/ttf" }]));
  const body = `<article>${text.split("\n").map((line) => `<p>${line}</p>`).join("")}</article><news-gloss for="article" ${attributes}></news-gloss>`;
  const { page } = await open({ body, head: `<style>${STYLE}</style>`, files, context: { viewport: { width: 480, height: 900 }, ...context, reducedMotion: "reduce" } });
  await ready(page);
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  const index = page.locator("news-gloss-index");
  await index.evaluate(
    (index, [annotations, text]) => index.show(annotations, text, { words: index.words, home: "/newsgloss/", hidden: ["place"] }),
    [annotations, text],
  );
  const element = typeof what === "string" ? await panel(page, what) : await cardOf(page, annotations, text, what);
  await page.waitForTimeout(300);
  const picture = await element.screenshot({ animations: "disabled" });
  return picture;
}

async function panel(page, view) {
  const index = page.locator("news-gloss-index");
  await index.locator("button.open").click();
  await index.locator(`#tab-${view}`).click();
  return index.locator(".panel");
}

async function cardOf(page, annotations, text, what) {
  const subject = "deal" in what
    ? { kind: "deal", index: what.deal }
    : { kind: "entity", index: annotations.entities.findIndex(({ name }) => name === what.entity) };
  await page.evaluate(
    ([annotations, text, subject]) => {
      const root = document.querySelector("news-gloss").shadowRoot;
      const { words } = root.querySelector("news-gloss-index");
      const beside = () => new DOMRect(20, 10, 10, 10);
      root.querySelector("news-gloss-index").hidden = true;
      root.querySelector("news-gloss-card").show({ annotations, text, subject, words, sheet: innerWidth < 480, home: "/newsgloss/", beside });
    },
    [annotations, text, subject],
  );
  return page.locator("news-gloss-card").locator(".card");
}

let reading;

/** The demonstration's first article, as Newsgloss reads it. */
function articleText() {
  reading ??= (async () => {
    const { page } = await open({ path: "" });
    await ready(page);
    return page.evaluate(() => document.querySelector("news-gloss").page.text);
  })();
  return reading;
}
