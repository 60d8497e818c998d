/**
 * Subresource Integrity: a page that holds every file to its hash loads Newsgloss as ever; where one file is another than
 * the page expects, that is said once, and the page stays as it was.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, card, hover, ready, SAMPLE, STRICT_POLICY } from "./support.mjs";

const { open } = browserTests();
const dist = (file) => readFileSync(new URL(`../../dist/${file}`, import.meta.url));
const HASHES = JSON.parse(dist("integrity.json"));
const hash = (algorithm, bytes) => `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
const WRONG = hash("sha384", "something else");
const BODY = `<article>${SAMPLE}</article><news-gloss for="article"></news-gloss>`;
const COUNT = `window.failures = [];
  addEventListener("newsgloss-error", ({ detail }) => window.failures.push(detail.message));`;

/** A page that names the hash of every file, some of them wrong, under the strictest policy. */
function held(wrong = {}) {
  const hashes = { ...HASHES, ...wrong };
  const integrity = Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [`/newsgloss/${file}`, hash]));
  const map = JSON.stringify({ integrity });
  const head = `<script type="importmap">${map}</script>
    <script type="module" src="/newsgloss/newsgloss.js" integrity="${hashes["newsgloss.js"]}"></script>`;
  const policy = STRICT_POLICY.replace("script-src", `script-src '${hash("sha256", map)}'`);
  return { head, policy, embed: false, body: BODY, script: COUNT };
}

const part = (name) => Object.keys(HASHES).find((file) => file.startsWith(`parts/${name}-`));

test("the build names the hash of each file that a page loads", () => {
  for (const [file, named] of Object.entries(HASHES)) assert.equal(named, hash("sha384", dist(file)), file);
  for (const file of ["newsgloss.js", "worker.js", "newsgloss.wasm", "knowledge.bin", "names.bin", "parts/glue.js"]) assert.ok(HASHES[file], file);
});

test("a page that holds every file to its hash shows marks and cards", async () => {
  const { page, log } = await open(held());
  await ready(page);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  assert.deepEqual(log, []);
});

/** @type {[string, RegExp][]} the file that is another, and what is said */
const CASES = [
  [part("session"), /a part of Newsgloss cannot be loaded.*hashes/],
  ["parts/glue.js", /a part of Newsgloss cannot be loaded.*hashes/],
  ["newsgloss.wasm", /newsgloss\.wasm cannot be fetched.*hash in the import map/],
  ["knowledge.bin", /knowledge\.bin cannot be fetched.*hash in the import map/],
  ["names.bin", /names\.bin cannot be fetched.*hash in the import map/],
];

for (const [file, said] of CASES) {
  test(`another ${file.replace(/-\w+\.js/, "")}: one line, and the page as it was`, async () => {
    const { page, log } = await open(held({ [file]: WRONG }));
    await page.waitForFunction(() => window.failures.length > 0);
    await page.waitForTimeout(300);
    const failures = await page.evaluate(() => window.failures);
    assert.equal(failures.length, 1, String(failures));
    assert.match(failures[0], said);
    assert.deepEqual(log.filter((line) => line.startsWith("Newsgloss")), [`Newsgloss: ${failures[0]}`]);
    assert.deepEqual(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]), [0, 0]);
  });
}

test("another newsgloss.js: nothing of it runs, and the page stays as it was", async () => {
  const { page } = await open(held({ "newsgloss.js": WRONG }));
  await page.waitForTimeout(1500);
  const state = () => [typeof customElements.get("news-gloss"), window.failures.length, CSS.highlights.size];
  assert.deepEqual(await page.evaluate(state), ["undefined", 0, 0]);
});
