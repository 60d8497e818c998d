/**
 * Loading: fetches the WebAssembly and the packs, and says in one sentence what is wrong where it cannot.
 */
import init, { Gloss as Annotator, sentenceAt } from "../pkg/newsgloss.js";
import { attach } from "./attachment.js";
import { findArticle } from "./find.js";
import { hashesOfPage } from "./integrity.js";

export { sentenceAt };

/**
 * @typedef {import("./model.js").Annotations} Annotations
 * @typedef {import("./model.js").Mention} Mention
 * @typedef {import("./model.js").DealMention} DealMention
 *
 * @typedef {object} Files
 * @property {string} [base] the folder with the files; by default that of the module
 * @property {string} [knowledge] address of another knowledge pack
 * @property {string} [names] address of another model of names
 * @property {string | object} [newsroom] address of a newsroom's own pack, or the pack itself
 *
 * @typedef {import("./integrity.js").Hashes} Hashes
 * @typedef {{ knowledge: string, names: string, newsroom?: string | object, hashes: Hashes }} Sources absolute addresses
 * @typedef {[knowledge: Uint8Array, names: Uint8Array, newsroom?: object]} Fetched
 *
 * @typedef {object} AnnotateOptions
 * @property {string} [date] the article's day, YYYY-MM-DD
 * @property {number} [threshold] the least confidence of what is found, 0 to 1
 *
 * @typedef {object} AttachOptions
 * @property {string} [date] the article's day, YYYY-MM-DD; by default what the page says
 * @property {string[]} [kinds] of person, nation, deal, organization, place; by default all
 * @property {"all" | "section" | "first"} [density] how many mentions of one entity are shown
 * @property {number} [threshold] the least confidence that is shown, 0 to 1
 * @property {boolean} [sift] whether to leave out what is named like a sidebar, a comment or an advert
 * @property {() => void} [changed] called after the page has changed and been read again
 *
 * @typedef {object} Page an article that Newsgloss is attached to
 * @property {Annotations} annotations
 * @property {string} text the article's text, as the offsets count it
 * @property {(x: number, y: number) => Mention | DealMention | undefined} at what is under a point of the viewport
 * @property {(mention: { start: number, end: number }) => void} reveal scrolls to a mention
 * @property {(options: AttachOptions) => void} show shows other kinds, or another density
 * @property {(mention?: { start: number, end: number }) => void} activate paints a mention as looked at, or none
 * @property {(mention: { start: number, end: number }) => DOMRect[]} rects its line boxes in the viewport
 * @property {() => void} detach leaves the page as it was
 *
 * @typedef {object} Gloss
 * @property {(text: string, options?: AnnotateOptions) => Annotations} annotate
 * @property {(document: Document) => Element | undefined} findArticle the element that holds the article of a page
 * @property {(root: Element, options?: AttachOptions) => Page} attach
 * @property {string[]} skipped entries of the newsroom's pack that do not fit, each in one line that says why
 */

/** @type {Map<string, Promise<Gloss>>} by the addresses of their files */
const loaded = new Map();

/** @type {Promise<WebAssembly.Module> | undefined} the code, which all share */
let started;

/**
 * @param {Files & { base: string }} files
 * @returns {Promise<Gloss>}
 */
export function load(files) {
  const { wasm, sources } = addresses(files);
  return once(loaded, sources, () => open(wasm, sources));
}

/**
 * What a cache has for these files; opened where it has nothing. What failed may be tried again.
 *
 * @template T
 * @param {Map<string, Promise<T>>} cache
 * @param {Sources} sources
 * @param {() => Promise<T>} open
 * @returns {Promise<T>}
 */
export function once(cache, sources, open) {
  const key = JSON.stringify(sources);
  const opened = cache.get(key) ?? open();
  cache.set(key, opened);
  opened.catch(() => cache.delete(key));
  return opened;
}

/** @param {Files & { base: string }} files */
export function addresses({ base, knowledge, names, newsroom }) {
  const folder = new URL(base.endsWith("/") ? base : `${base}/`, document.baseURI);
  const pack = (/** @type {string | undefined} */ own, /** @type {string} */ usual) =>
    own ? absolute(own) : new URL(usual, folder).href;
  return {
    worker: new URL("worker.js", folder),
    wasm: new URL("newsgloss.wasm", folder),
    sources: {
      knowledge: pack(knowledge, "knowledge.bin"),
      names: pack(names, "names.bin"),
      newsroom: typeof newsroom === "string" ? absolute(newsroom) : newsroom,
      hashes: hashesOfPage(),
    },
  };
}

/** @param {string} address */
function absolute(address) {
  return new URL(address, document.baseURI).href;
}

/**
 * @param {URL} wasm
 * @param {Sources} sources
 */
async function open(wasm, sources) {
  const [fetched] = await Promise.all([fetchAll(sources), start(wasm, sources.hashes)]);
  const { annotate, skipped } = read(fetched);
  complain(skipped);
  const attachTo = (/** @type {Element} */ root, /** @type {AttachOptions | undefined} */ options) =>
    attach(root, annotate, options);
  return { annotate, findArticle, attach: attachTo, skipped };
}

/**
 * @param {Sources} sources
 * @returns {Promise<Fetched>}
 */
export function fetchAll({ knowledge, names, newsroom, hashes }) {
  const own = typeof newsroom === "string" ? json(newsroom, hashes) : newsroom;
  return Promise.all([bytes(knowledge, hashes), bytes(names, hashes), own]);
}

/** @param {Fetched} fetched @returns {Pick<Gloss, "annotate" | "skipped">} the annotator, once the code has started */
export function read([knowledge, names, newsroom]) {
  const annotator = new Annotator(knowledge, names, newsroom);
  return { annotate: (text, options) => annotator.annotate(text, options), skipped: annotator.skipped };
}

/** @param {string[]} skipped entries of a newsroom's pack, each in one line */
export function complain(skipped) {
  for (const line of skipped) console.warn(`Newsgloss: ${line}`);
}

/** @param {string} address @param {Hashes} hashes */
async function json(address, hashes) {
  const response = await get(address, hashes);
  return response.json().catch((error) => {
    throw new Error(`${address} is no JSON (${error.message}): see newsroom.schema.json`);
  });
}

/**
 * Makes the code ready, once.
 *
 * @param {URL} wasm
 * @param {Hashes} hashes
 * @returns {Promise<WebAssembly.Module>}
 */
export function start(wasm, hashes) {
  started ??= compile(wasm, hashes).then(startWith);
  started.catch(() => {
    started = undefined;
  });
  return started;
}

/** @param {WebAssembly.Module} module */
export async function startWith(module) {
  await init({ module_or_path: module });
  return module;
}

/** @param {URL} wasm @param {Hashes} hashes */
async function compile(wasm, hashes) {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const response = await get(wasm, hashes);
  try {
    const streams = response.headers.get("content-type")?.startsWith("application/wasm");
    return streams
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw new Error(whyNot(error, wasm), { cause: error });
  }
}

/**
 * @param {unknown} error
 * @param {URL} wasm
 */
function whyNot(error, wasm) {
  const message = error instanceof Error ? error.message : String(error);
  return /content.security.policy|\bcsp\b|unsafe-eval/i.test(message)
    ? "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src"
    : `${wasm} is no WebAssembly that this browser can run (${message})`;
}

/** @param {URL | string} address @param {Hashes} hashes */
async function bytes(address, hashes) {
  const response = await get(address, hashes);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {URL | string} address @param {Hashes} hashes */
async function get(address, { [String(address)]: integrity }) {
  const response = await fetch(address, { integrity }).catch((error) => {
    const check = integrity ? "the address, connect-src and its hash in the import map" : "the address and connect-src";
    throw new Error(`${address} cannot be fetched (${error.message}): check ${check}`);
  });
  if (!response.ok) throw new Error(`${address} is missing (status ${response.status}): put it there or set base`);
  return response;
}
