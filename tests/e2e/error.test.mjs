/**
 * Bad input: one message on the console, one event, and the page stays as it was.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTests, SAMPLE } from "./support.mjs";

const { open } = browserTests();

const ARTICLE = `<article>${SAMPLE}</article>`;
const GLOSS = '<news-gloss for="article"></news-gloss>';
const NO_WASM = "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
const pack = () => readFileSync(new URL("../../dist/knowledge.bin", import.meta.url));

/** A pack of another version: the number stands behind the magic letters. */
function wrongVersion() {
  const bytes = Buffer.from(pack());
  bytes.fill(0xff, 4, 12);
  return bytes;
}

/** @type {[string, RegExp, Parameters<typeof open>[0]][]} what is wrong, what is said, the page */
const CASES = [
  ["no element fits", /nothing on this page is for="#story"/, { body: `${ARTICLE}<news-gloss for="#story"></news-gloss>` }],
  ["no article", /no article found/, { body: "<p>Hello.</p><news-gloss></news-gloss>" }],
  ["no text", /for="article" has no text/, { body: `<article> </article>${GLOSS}` }],
  ["no pack", /knowledge\.bin is missing \(status 404\)/, { body: ARTICLE + GLOSS, files: { "knowledge.bin": { status: 404 } } }],
  ["broken pack", /pack/i, { body: ARTICLE + GLOSS, files: { "knowledge.bin": { body: Buffer.from("no pack") } } }],
  ["empty pack", /pack/i, { body: ARTICLE + GLOSS, files: { "knowledge.bin": { body: Buffer.alloc(0) } } }],
  ["cut pack", /pack/i, { body: ARTICLE + GLOSS, files: { "knowledge.bin": { body: pack().subarray(0, 5000) } } }],
  ["pack of another version", /version|pack/i, { body: ARTICLE + GLOSS, files: { "knowledge.bin": { body: wrongVersion() } } }],
  ["no names", /names\.bin is missing \(status 404\)/, { body: ARTICLE + GLOSS, files: { "names.bin": { status: 404 } } }],
  ["broken names", /model/i, { body: ARTICLE + GLOSS, files: { "names.bin": { body: Buffer.from("no model") } } }],
  ["no wasm", /newsgloss\.wasm is missing \(status 404\)/, { body: ARTICLE + GLOSS, files: { "newsgloss.wasm": { status: 404 } } }],
  ["broken wasm", /newsgloss\.wasm is no WebAssembly/, { body: ARTICLE + GLOSS, files: { "newsgloss.wasm": { body: Buffer.from("x"), type: "application/wasm" } } }],
  ["no WebAssembly", /this browser has no WebAssembly/, { body: ARTICLE + GLOSS, script: "delete window.WebAssembly" }],
  ["a policy against it", /'wasm-unsafe-eval'.*script-src/, { body: ARTICLE + GLOSS, policy: NO_WASM.replace(" 'unsafe-eval'", "") }],
  ["another language", /another language \(fr\)/, { body: `<main lang="fr">${ARTICLE}</main>${GLOSS}` }],
  ["a bad date", /YYYY-MM-DD/, { body: `${ARTICLE}<news-gloss for="article" date="soon"></news-gloss>` }],
];

const COUNT = `window.failures = [];
  addEventListener("newsgloss-error", ({ detail }) => window.failures.push(detail.message));`;

for (const [what, said, options] of CASES) {
  test(what, async () => {
    const { page, log } = await open({ ...options, script: `${COUNT}${options.script ?? ""}` });
    await page.waitForFunction(() => window.failures.length > 0);
    await page.waitForTimeout(300);
    const failures = await page.evaluate(() => window.failures);
    assert.equal(failures.length, 1, String(failures));
    assert.match(failures[0], said);
    const own = log.filter((line) => line.startsWith("Newsgloss: "));
    assert.deepEqual(own, [`Newsgloss: ${failures[0]}`]);
    const others = log.filter((line) => !own.includes(line) && !/^Failed to load resource/.test(line));
    assert.deepEqual(others, []);
    assert.deepEqual(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]), [0, 0]);
  });
}
