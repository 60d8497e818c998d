/**
 * The site that a page test opens its page from: the demonstration, and a page written in the test.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";
import { ROOT } from "../../scripts/step.mjs";

/**
 * @typedef {object} Content
 * @property {string} [pages] the folder of its pages: `www`, if it is not named
 * @property {string} [body] of the page written in the test, which is `case.html`
 * @property {string} [head]
 * @property {boolean} [embed] whether it loads the module
 * @property {string} [policy] its Content-Security-Policy
 * @property {Record<string, string>} [headers] of every answer
 * @property {Record<string, import("../../scripts/serve.mjs").Answer>} [files] answers in place of the usual ones, by
 *   the last part of the address, in which `*` is any letters
 * @property {string} [script] run before anything of a page
 */

/** Keeps what a page says, for drivers that do not tell it; and imports, for those that run a test beside the page. */
const FOR_DRIVERS = `window.bring = (path) => import(path);
window.said = [];
for (const level of ["error", "warn"]) {
  const say = console[level];
  console[level] = (...words) => { window.said.push(words.join(" ")); say.apply(console, words); };
}
addEventListener("error", ({ error, message }) => window.said.push(String(error ?? message)));
addEventListener("unhandledrejection", ({ reason }) => window.said.push(String(reason)));
`;

const FIRST = '<script src="/first.js"></script>';
const EMBED = '<script type="module" src="/newsgloss/newsgloss.js"></script>';

/**
 * Serves it, with a record of what is asked for.
 *
 * @param {Content} content
 * @returns {Promise<{ url: string, requests: string[], close: () => Promise<void> }>}
 */
export async function startSite({ pages = "www", body = "", head = "", embed = true, policy, headers, files = {}, script = "" }) {
  /** @type {string[]} */
  const requests = [];
  const answers = {
    "first.js": { type: "text/javascript", body: FOR_DRIVERS + script },
    "case.html": {
      type: "text/html; charset=utf-8",
      headers: policy ? { "Content-Security-Policy": policy } : {},
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
        ${FIRST}${head}${embed ? EMBED : ""}</head><body>${body}</body></html>`,
    },
    ...files,
  };
  const answer = (/** @type {string} */ path) => {
    requests.push(path);
    const name = path.split("/").at(-1) || "index.html";
    const own = Object.entries(answers).find(([pattern]) => fits(name, pattern));
    return own?.[1] ?? (pages === "www" && name.endsWith(".html") ? demonstration(name) : undefined);
  };
  const { url, close } = await serve({ pages, answer, headers });
  return { url, requests, close };
}

/** @param {string} name @param {string} pattern */
function fits(name, pattern) {
  const [start, end] = pattern.split("*");
  return end === undefined ? name === pattern : name.startsWith(start) && name.endsWith(end);
}

/** A page of the demonstration that is listened to. @param {string} name */
function demonstration(name) {
  const html = readFileSync(join(ROOT, "www", name), "utf8");
  return { type: "text/html; charset=utf-8", body: html.replace("<head>", `<head>${FIRST}`) };
}
