/**
 * Proves on a folder of real pages that Newsgloss harms none of them: `npm run harmless -- DIR`.
 *
 * Each page (`*.html`, `*.html.gz`, in any depth) is opened in each engine, or in the one that is named behind the
 * folder, without its scripts and with those that stand in it; what lies elsewhere is not fetched. Newsgloss finds the
 * article, attaches, and must leave every node, attribute and text alone, cause no layout shift and no console error;
 * every highlight must cover its mention's words, and every visible mention answer to the pointer; after it is detached
 * the page must be what it was, node by node. Then the element comes and goes, as a newsroom has it, and again nothing
 * may be left.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { ENGINES, engine } from "../tests/engines/engines.mjs";
import { inspect } from "./inspect.mjs";
import { serve } from "./serve.mjs";
import { Failure, main } from "./step.mjs";

/**
 * @typedef {{ mentions: number, hits: number, unseen: number, faults: string[], note?: string }} Finding
 */

/** What a page may load: what stands in it, and Newsgloss. */
const POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/** The look, at the end of each page. */
const LOOK = `<script type="module">
${inspect}
inspect().then((found) => { document.newsglossFound = JSON.stringify(found); });
</script>`;

async function harmless() {
  const [folder, only] = process.argv.slice(2);
  if (!folder) throw new Failure("Name a folder of pages, and an engine if it is to be one: npm run harmless -- DIR");
  const engines = only ? [engine(only)] : ENGINES;
  const pages = htmlUnder(folder);
  if (pages.length === 0) throw new Failure(`${folder} has no .html or .html.gz file`);
  const server = await serve({ policy: POLICY, answer: (path) => html(pages, path) });
  let harmed = 0;
  for (const { name, missing, start } of engines) {
    if (missing) {
      console.log(`skipped: ${missing}: run "npm test" once, which installs it where it can\n`);
      continue;
    }
    const browser = await start();
    for (const scripts of [false, true]) {
      console.log(`${name}, ${scripts ? "with the scripts in the pages" : "without scripts"}: mentions, hit, unseen`);
      const findings = [];
      for (const [i, path] of pages.entries()) {
        const finding = await judge(browser, `${server.url}${scripts ? "live" : "still"}/${i}/`);
        findings.push(finding);
        console.log(row(short(relative(folder, path)), finding));
      }
      harmed += summarize(findings);
    }
    await browser.end();
  }
  await server.close();
  process.exitCode = harmed === 0 ? 0 : 1;
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

/** @param {string[]} pages @param {string} address `/live/3/` or `/still/3/` */
function html(pages, address) {
  const [mode, i] = address.split("/").filter(Boolean);
  const path = pages[Number(i)];
  if (!path || (mode !== "live" && mode !== "still")) return undefined;
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  // A page is not to lead away, nor to set the rules of what it may load.
  const whole = text.replace(/<meta[^>]+http-equiv=["']?(?:refresh|content-security-policy)[^>]*>/gi, "");
  return { body: (mode === "live" ? whole : withoutScripts(whole)) + LOOK };
}

/** @param {string} html */
function withoutScripts(html) {
  const scripts = /<script\b(?![^>]*ld\+json)[\s\S]*?<\/script>/gi;
  const handlers = /\son(?:error|load|click|submit|mouse\w+)\s*=\s*("[^"]*"|'[^']*')/gi;
  return html.replace(scripts, "").replace(handlers, "");
}

const NOTHING = { mentions: 0, hits: 0, unseen: 0 };
const ELSEWHERE = "its own script leads elsewhere";

/** @param {import("../tests/engines/engines.mjs").Browser} browser @param {string} url @returns {Promise<Finding>} */
async function judge(browser, url) {
  const page = await browser.page({ reducedMotion: "reduce" });
  try {
    await page.goto(url, { waitUntil: "domcontentloaded" });
    for (let tries = 0; tries < 300; tries++) {
      const found = await page.evaluate("document.newsglossFound ?? null");
      if (found) return JSON.parse(found);
      await page.waitForTimeout(100);
    }
    const left = (await page.evaluate("location.href")) !== url;
    return { ...NOTHING, note: left ? ELSEWHERE : "", faults: left ? [] : ["not done in half a minute"] };
  } catch (error) {
    // So Firefox says where a script has led to an address that answers to nobody.
    const address = await page.evaluate("location.href").catch(() => url);
    const left = address !== url || /error page/i.test(String(error));
    return { ...NOTHING, note: left ? ELSEWHERE : "", faults: left ? [] : [String(error).split("\n")[0]] };
  }
}

/** @param {string} name */
function short(name) {
  return (dirname(name) !== "." && basename(name).startsWith("source") ? name : basename(name)).slice(0, 40);
}

/** @param {string} page @param {Finding} finding */
function row(page, { mentions, hits, unseen, faults, note }) {
  const numbers = [mentions, hits, unseen].map((n) => String(n).padStart(5)).join(" ");
  return `${page.padEnd(42)}${numbers}  ${faults.length === 0 ? note || "unharmed" : faults.slice(0, 3).join("; ")}`;
}

/** @param {Finding[]} findings @returns {number} how many pages were harmed */
function summarize(findings) {
  const sum = (/** @type {"mentions" | "hits" | "unseen"} */ key) =>
    findings.reduce((total, finding) => total + finding[key], 0);
  const harmed = findings.filter(({ faults }) => faults.length > 0).length;
  console.log(`${findings.length} pages, ${findings.length - harmed} unharmed, ${harmed} not; ${sum("mentions")} mentions,
${sum("hits")} hit by the pointer, ${sum("unseen")} not visible\n`);
  return harmed;
}

await main(import.meta, harmless);
