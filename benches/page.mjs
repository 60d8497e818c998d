/**
 * Speed in a real browser, one core: loading, reading and marking the demo's articles, beside compromise.
 * `npm run bench`
 */
import { join } from "node:path";
import { main, ROOT } from "../scripts/step.mjs";
import { ARTICLES, median, onDemo } from "./demo.mjs";
import { buildTagger, measureTagger, serveTagger } from "./tagger.mjs";

const ROUNDS = 100;
const COMPROMISE = join(ROOT, "node_modules/compromise/builds/compromise.js");

/**
 * Runs in the page: milliseconds to load, for the first article, and for all articles over and over.
 *
 * @param {{ texts: string[], rounds: number }} what
 */
async function measureNewsgloss({ texts, rounds }) {
  const time = async (/** @type {() => unknown} */ work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const module = "/newsgloss/newsgloss.js";
  /** @type {import("../www/gloss.js").Gloss | undefined} */
  let gloss;
  const load = await time(async () => {
    gloss = await (await import(module)).load();
  });
  const first = await time(() => gloss?.annotate(texts[0]));
  const article = /** @type {Element} */ (document.querySelector("article"));
  const read = [];
  const attach = [];
  for (let round = 0; round < rounds; round++) {
    read.push(await time(() => texts.forEach((text) => void gloss?.annotate(text))));
    attach.push(await time(() => gloss?.attach(article).detach()));
  }
  return { load, first, read, attach };
}

/**
 * Runs in the page: milliseconds for all articles, over and over.
 *
 * @param {{ texts: string[], rounds: number }} what
 */
function measureCompromise({ texts, rounds }) {
  const { nlp } = /** @type {any} */ (globalThis);
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (const text of texts) {
      const doc = nlp(text);
      for (const names of [doc.people(), doc.places(), doc.organizations()]) names.out("offset");
    }
    return performance.now() - start;
  });
}

/** @param {import("playwright-core").Page} page @param {string} url */
async function readTexts(page, url) {
  const texts = [];
  for (const article of ARTICLES) {
    await page.goto(url + article);
    // biome-ignore lint/performance/useDomNodeTextContent: paragraphs must stay apart.
    texts.push(await page.locator("article").innerText());
  }
  return texts;
}

/** @param {import("playwright-core").Browser} browser @param {string} url */
async function bench(browser, url) {
  const page = await browser.newPage();
  const texts = await readTexts(page, url);
  const words = texts.join(" ").split(/\s+/).length;
  await page.goto(url + ARTICLES[0]);
  await page.locator("news-gloss").evaluateAll((elements) => elements.forEach((element) => void element.remove()));
  const ours = await page.evaluate(measureNewsgloss, { texts, rounds: ROUNDS });
  await serveTagger(page);
  const tagger = await page.evaluate(measureTagger, { texts, rounds: ROUNDS });
  await page.addScriptTag({ path: COMPROMISE });
  const theirs = await page.evaluate(measureCompromise, { texts, rounds: ROUNDS / 10 });
  const row = (/** @type {string} */ what, /** @type {number} */ ms, note = "") =>
    console.log(`${what.padEnd(44)}${ms.toFixed(2).padStart(9)} ms  ${note}`);
  const speed = (/** @type {number} */ ms, count = words) =>
    `${Math.round((count / ms) * 1000).toLocaleString("en")} words/s`;
  console.log(`${browser.version()}, ${ARTICLES.length} articles, ${words} words, medians of ${ROUNDS} rounds`);
  row("load module, WebAssembly and packs", ours.load);
  row("read the first article, cold", ours.first);
  row("read all", median(ours.read), speed(median(ours.read)));
  row("tag all, words and marks divided beforehand", median(tagger.times), speed(median(tagger.times), tagger.words));
  row("attach to the first article and detach", median(ours.attach));
  row("compromise: people, places, organizations", median(theirs), speed(median(theirs)));
}

await main(import.meta, async () => {
  await buildTagger();
  await onDemo(bench);
});
