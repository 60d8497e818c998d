/**
 * Proves on a folder of real pages that Newsgloss harms none of them: `npm run harmless -- DIR`.
 *
 * Each page (`*.html`, `*.html.gz`, in any depth) is opened without its scripts. Newsgloss finds the article, attaches,
 * and must leave every node, attribute and text alone, cause no layout shift and no console error; every highlight must
 * cover its mention's words, and every visible mention answer to the pointer; after it is detached the page must be what
 * it was, node by node.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";
import { Failure, main } from "./step.mjs";
import { locate } from "./tools.mjs";

/** @typedef {{ page: string, mentions: number, hits: number, unseen: number, faults: string[] }} Verdict */

async function harmless() {
  const folder = process.argv[2];
  if (!folder) throw new Failure("Name a folder of pages: npm run harmless -- DIR");
  const pages = htmlUnder(folder);
  if (pages.length === 0) throw new Failure(`${folder} has no .html or .html.gz file`);
  const server = await serve();
  const browser = await chromium.launch({
    executablePath: locate("chromium"),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  /** @type {Verdict[]} */
  const verdicts = [];
  for (const path of pages) {
    const verdict = await judge(browser, server.url, path, relative(folder, path));
    verdicts.push(verdict);
    console.log(row(verdict));
  }
  await browser.close();
  await server.close();
  summarize(verdicts);
}

/** @param {string} folder @returns {string[]} */
function htmlUnder(folder) {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return htmlUnder(path);
    return /\.html(\.gz)?$/.test(name) && name !== "expected.html" ? [path] : [];
  });
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {string} path
 * @param {string} name
 * @returns {Promise<Verdict>}
 */
async function judge(browser, url, path, name) {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  try {
    await page.route("**/*", (route) => answer(route, url, path));
    await page.goto(`${url}page.html`, { waitUntil: "domcontentloaded" });
    /** @type {string[]} */
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    const found = await page.evaluate(inspect);
    return { page: short(name), ...found, faults: [...found.faults, ...said] };
  } catch (error) {
    return { page: short(name), mentions: 0, hits: 0, unseen: 0, faults: [String(error).split("\n")[0]] };
  } finally {
    await page.close();
  }
}

/** @param {import("playwright-core").Route} route @param {string} url @param {string} path */
function answer(route, url, path) {
  const asked = route.request().url();
  if (asked === `${url}page.html`)
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: withoutScripts(path) });
  return asked.startsWith(`${url}newsgloss/`) ? route.continue() : route.fulfill({ body: "" });
}

/** @param {string} path */
function withoutScripts(path) {
  const bytes = readFileSync(path);
  const html = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const scripts = /<script\b(?![^>]*ld\+json)[\s\S]*?<\/script>/gi;
  const handlers = /\son(?:error|load|click|submit|mouse\w+)\s*=\s*("[^"]*"|'[^']*')/gi;
  const rules = /<meta[^>]+http-equiv=["']?(?:refresh|content-security-policy)[^>]*>/gi;
  return html.replace(scripts, "").replace(handlers, "").replace(rules, "");
}

/** Runs in the page. @returns {Promise<Omit<Verdict, "page">>} */
async function inspect() {
  /** @type {string[]} */
  const faults = [];
  const wrong = (/** @type {boolean} */ is, /** @type {string} */ what) => is && faults.push(what);
  const nodes = () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    const all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    return all;
  };
  const plain = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  const { load } = await import(`${location.origin}/newsgloss/newsgloss.js`);
  const gloss = await load();
  await frame();
  const before = {
    html: document.documentElement.outerHTML,
    nodes: nodes(),
    height: document.documentElement.scrollHeight,
  };
  /** @type {MutationRecord[]} */
  const records = [];
  const mutations = new MutationObserver((list) => records.push(...list));
  mutations.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  let shift = 0;
  const layout = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += /** @type {any} */ (entry).value;
  });
  layout.observe({ type: "layout-shift" });

  const article = gloss.findArticle(document);
  wrong(!article, "no article found");
  if (!article) return { mentions: 0, hits: 0, unseen: 0, faults };
  const page = gloss.attach(article, { sift: true });
  await frame();
  wrong(document.documentElement.outerHTML !== before.html, "serialized otherwise while attached");
  wrong(document.documentElement.scrollHeight !== before.height, "another height while attached");

  const ranges = [...CSS.highlights].flatMap(([name, set]) => [...set].map((range) => ({ name, range })));
  const words = ranges.map(({ range }) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return plain(live.toString());
  });
  const { mentions, deals } = page.annotations;
  const named = [...mentions, ...deals.flatMap((/** @type {any} */ deal) => deal.mentions)].map(({ text }) =>
    plain(text),
  );
  wrong(words.sort().join("|") !== named.sort().join("|"), "highlights do not cover the mentions' words");

  // Highlights keep the order in which they were painted, that of the text.
  const place = (/** @type {any} */ mention) => {
    const alike = mentions.filter((/** @type {any} */ { kind }) => kind === mention.kind);
    const range = ranges.filter(({ name }) => name === `newsgloss-${mention.kind}`)[alike.indexOf(mention)];
    return range.range.startContainer;
  };
  let hits = 0;
  let unseen = 0;
  for (const mention of mentions) {
    page.reveal(mention);
    const box = page.rects(mention)[0];
    const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [-1, -1];
    const top = box && document.elementFromPoint(x, y);
    const visible = top?.contains(place(mention)) ?? false;
    if (!top || !visible || getComputedStyle(top).visibility !== "visible") unseen += 1;
    else if (page.at(x, y) === mention) hits += 1;
    else faults.push(`no hit on ${mention.text}`);
  }
  window.scrollTo(0, 0);
  page.detach();
  await frame();
  const after = nodes();
  const same = after.length === before.nodes.length && after.every((node, i) => node === before.nodes[i]);
  wrong(!same || document.documentElement.outerHTML !== before.html, "another page after detaching");
  wrong(records.length + mutations.takeRecords().length > 0, "nodes were changed");
  wrong(CSS.highlights.size > 0 || document.adoptedStyleSheets.length > 0, "highlights or style sheets left behind");
  wrong(shift > 0, `layout shift ${shift.toFixed(4)}`);
  return { mentions: mentions.length, hits, unseen, faults };
}

/** @param {string} name */
function short(name) {
  return (dirname(name) !== "." && basename(name).startsWith("source") ? name : basename(name)).slice(0, 40);
}

/** @param {Verdict} verdict */
function row({ page, mentions, hits, unseen, faults }) {
  const numbers = [mentions, hits, unseen].map((n) => String(n).padStart(5)).join(" ");
  return `${page.padEnd(42)}${numbers}  ${faults.length === 0 ? "unharmed" : faults.slice(0, 3).join("; ")}`;
}

/** @param {Verdict[]} verdicts */
function summarize(verdicts) {
  const sum = (/** @type {"mentions" | "hits" | "unseen"} */ key) =>
    verdicts.reduce((total, verdict) => total + verdict[key], 0);
  const harmed = verdicts.filter(({ faults }) => faults.length > 0).length;
  console.log(`${verdicts.length} pages, ${verdicts.length - harmed} unharmed, ${harmed} not; ${sum("mentions")} mentions,
${sum("hits")} hit by the pointer, ${sum("unseen")} not visible`);
  process.exitCode = harmed === 0 ? 0 : 1;
}

await main(import.meta, harmless);
