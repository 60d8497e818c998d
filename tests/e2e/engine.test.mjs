/**
 * The main thread is the page's: the core runs in a worker where it may, work waits for the page to be idle and is done
 * in slices, and what has not changed is neither read nor painted again.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { browserTests, ready, SAMPLE, STRICT_POLICY, without } from "./support.mjs";

const { open } = browserTests();
const ARTICLE = `<article>${SAMPLE}</article>`;
const GLOSS = '<news-gloss for="article"></news-gloss>';

/** Keeps the workers that live. Some engines refuse one at once, others by an error that comes later. */
const KEEP = `window.workers = new Set();
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      window.workers.add(this);
      this.addEventListener("error", () => window.workers.delete(this));
    }
    terminate() {
      super.terminate();
      window.workers.delete(this);
    }
  };`;

/** @type {[string, number, () => Parameters<typeof open>[0]][]} what the page allows, how many workers, the page */
const WORKERS = [
  ["all", 1, () => ({ body: ARTICLE + GLOSS })],
  ["no more than it must, with Trusted Types", 1, () => ({ body: ARTICLE + GLOSS, policy: STRICT_POLICY })],
  ["no worker", 0, () => ({ body: ARTICLE + GLOSS, policy: `${STRICT_POLICY}; worker-src 'none'` })],
  ["no policy of Trusted Types", 0, () => ({ body: ARTICLE + GLOSS, policy: `${STRICT_POLICY}; trusted-types 'none'` })],
];

for (const [allows, workers, options] of WORKERS) {
  test(`a page that allows ${allows}: ${workers} worker`, async () => {
    const { page, log } = await open({ ...options(), script: KEEP });
    await ready(page);
    assert.equal(await page.evaluate(() => window.workers.size), workers);
    const names = await page.evaluate(() => document.querySelector("news-gloss").annotations.mentions.map(({ text }) => text));
    assert.ok(names.includes("Donald Trump") && names.includes("Volodymyr Zelenskyy"), String(names));
    // That a policy forbids a worker is said by the browser itself, and by nobody else.
    assert.deepEqual(log.filter((line) => !/Content.Security.Policy|Trusted/i.test(line)), []);
  });
}

/** What a page must allow whose files lie at another origin, but for `blob:`, which lets a worker start from there. */
const elsewhere = (origin) =>
  `default-src 'none'; script-src 'self' ${origin} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${origin}; img-src ${origin};
   require-trusted-types-for 'script'; trusted-types newsgloss`.replace(/\s+/g, " ");

/** @type {[string, number, (origin: string) => string | undefined][]} what the page allows, how many workers, its policy */
const ELSEWHERE = [
  ["all", 1, () => undefined],
  ["workers of blob:", 1, (origin) => `${elsewhere(origin)}; worker-src blob: ${origin}`],
  ["no workers of blob:", 0, elsewhere],
];

for (const [allows, workers, policy] of ELSEWHERE) {
  test(`a page whose files lie at another origin and that allows ${allows}: ${workers} worker`, async (t) => {
    const files = await serve({ headers: { "Access-Control-Allow-Origin": "*" } });
    t.after(files.close);
    const body = `${ARTICLE}<script type="module" src="${files.url}newsgloss/newsgloss.js"></script>${GLOSS}`;
    const { page, log } = await open({ body, embed: false, script: KEEP, policy: policy(new URL(files.url).origin) });
    await ready(page);
    assert.equal(await page.evaluate(() => window.workers.size), workers);
    const names = await page.evaluate(() => document.querySelector("news-gloss").annotations.mentions.map(({ text }) => text));
    assert.ok(names.includes("Donald Trump"), String(names));
    assert.deepEqual(log.filter((line) => !/Content.Security.Policy/i.test(line)), []);
  });
}

test("a page isolated from all others has a worker too, where the files carry the header", async () => {
  const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  const { page } = await open({ body: ARTICLE + GLOSS, headers, policy: STRICT_POLICY, script: KEEP });
  await ready(page);
  assert.deepEqual(await page.evaluate(() => [crossOriginIsolated, window.workers.size]), [true, 1]);
});

const wasm = () => readFileSync(new URL("../../dist/newsgloss.wasm", import.meta.url));

/** @type {[string, string, Parameters<typeof open>[0]["files"]][]} how the server names it, how it is compiled, the file */
const COMPILED = [
  ["application/wasm", "compileStreaming", {}],
  ["application/octet-stream", "compile", { "newsgloss.wasm": { type: "application/octet-stream", body: wasm() } }],
];

for (const [type, how, files] of COMPILED) {
  test(`WebAssembly served as ${type}: ${how}`, async () => {
    const script = `window.compiled = [];
      for (const name of ["compile", "compileStreaming"]) {
        const compile = WebAssembly[name];
        WebAssembly[name] = (...given) => (window.compiled.push(name), compile(...given));
      }`;
    const { page } = await open({ body: ARTICLE + GLOSS, files, script });
    await ready(page);
    assert.deepEqual(await page.evaluate(() => window.compiled), [how]);
  });
}

test("each file is fetched once for all articles of a page, and not again for the next page", { skip: without("cache") }, async () => {
  const files = ["newsgloss.js", "newsgloss.wasm", "knowledge.bin", "names.bin", "worker.js"];
  const second = `<div id="second">${SAMPLE}</div><news-gloss for="#second"></news-gloss>`;
  const headers = { "Cache-Control": "max-age=3600" };
  const next = { body: `<!doctype html>${ARTICLE}<script type="module" src="/newsgloss/newsgloss.js"></script>${GLOSS}` };
  const { page, url, requests } = await open({ body: ARTICLE + GLOSS + second, headers, files: { "next.html": next } });
  const both = () => page.waitForFunction(() => [...document.querySelectorAll("news-gloss")].every(({ annotations }) => annotations));
  const fetched = () => requests.map((path) => path.split("/").at(-1)).filter((name) => files.includes(name));
  await both();
  assert.deepEqual(fetched().sort(), files.toSorted());
  requests.length = 0;
  await page.goto(`${url}next.html`);
  await ready(page);
  assert.deepEqual(fetched(), []);
});

test("nothing but the loader comes before the page is idle", async () => {
  const script = `window.busy = new Promise((resolve) => {
    const end = performance.now() + 700;
    const work = () => {
      for (const start = performance.now(); performance.now() - start < 40; );
      if (performance.now() < end) port2.postMessage(0); else resolve(performance.now());
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    work();
  });`;
  const { page } = await open({ body: ARTICLE + GLOSS, script });
  await ready(page);
  const early = await page.evaluate(async () => {
    const end = await window.busy;
    const files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/newsgloss/"));
    return files.filter(({ startTime }) => startTime < end).map(({ name }) => name.split("/").at(-1).replace(/-\w+\.js/, ""));
  });
  assert.deepEqual(early.filter((name) => name !== "chunk"), ["newsgloss.js"]);
});

test("what has not changed keeps its highlights, range by range", async () => {
  const { page } = await open({ body: `<article><p>Iran spoke.</p><p>Iraq left.</p></article>${GLOSS}` });
  await ready(page);
  const kept = await page.evaluate(async () => {
    const nations = () => [...CSS.highlights.get("newsgloss-nation")];
    const before = nations();
    document.querySelector("article").prepend("Oman listened.");
    while (nations().length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    return before.every((range) => nations().includes(range));
  });
  assert.equal(kept, true);
});

test("of very many marks those near the viewport are painted, and all of them for print", async () => {
  const body = `<article>${"<p>The minister of Iran spoke. That of Iraq left.</p>".repeat(400)}</article>${GLOSS}`;
  const { page, log } = await open({ body });
  await ready(page);
  const nations = () => page.evaluate(() => CSS.highlights.get("newsgloss-nation")?.size ?? 0);
  const covers = (selector) => page.waitForFunction((selector) => {
    const text = document.querySelector(selector).firstChild;
    return [...(CSS.highlights.get("newsgloss-nation") ?? [])].some(({ startContainer }) => startContainer === text);
  }, selector);
  await covers("p:first-of-type");
  assert.ok((await nations()) < 300, `${await nations()} are painted`);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await covers("p:last-of-type");
  assert.ok((await nations()) < 300, `${await nations()} are painted`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await nations(), 800);
  await page.evaluate(() => document.querySelector("news-gloss").remove());
  assert.deepEqual([await nations(), log], [0, []]);
});
