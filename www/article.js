/**
 * The article that an element is for: the one that its `for` selects, the one in the frame that it selects, or the one
 * found on the page; waited for as long as it takes.
 */
import { findArticleGently } from "./find.js";

/** Milliseconds between looks at a page that changes. */
const BATCH = 200;

/**
 * @param {string | null} selector
 * @param {AbortSignal} signal
 * @returns {Promise<Element>} what is found now or after a change of the page; nothing ever once the signal is given
 */
export async function awaitArticle(selector, signal) {
  for (;;) {
    const changed = change(frameFor(selector), signal);
    const found = await find(selector);
    if (!found) await changed.promise;
    changed.cancel();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, BATCH));
  }
}

/** @param {string | null} selector why there is no article */
export function missing(selector) {
  if (!selector) return "no article found on this page: name it with for";
  const named = document.querySelector(selector);
  if (!named) return `nothing on this page is for="${selector}"`;
  return frameFor(selector)?.contentDocument === null
    ? `for="${selector}" is a frame that this page may not read: it must be of the page's own origin`
    : `for="${selector}" has no text`;
}

/**
 * @param {string | null} selector
 * @returns {Promise<Element | undefined>} an article with text
 */
async function find(selector) {
  const frame = frameFor(selector);
  const page = frame ? frame.contentDocument : document;
  // Of a frame that still loads only the beginning could be found.
  if (page?.readyState === "loading" && frame) return undefined;
  const article = selector && !frame ? document.querySelector(selector) : page && (await findArticleGently(page));
  return article?.textContent?.trim() ? article : undefined;
}

/** @param {string | null} selector @returns {HTMLIFrameElement | undefined} the frame that it selects, if it does */
function frameFor(selector) {
  const named = selector && document.querySelector(selector);
  return named && "contentDocument" in named ? /** @type {HTMLIFrameElement} */ (named) : undefined;
}

/**
 * The next change of the page, or in the frame; none once the signal is given.
 *
 * @param {HTMLIFrameElement | undefined} frame
 * @param {AbortSignal} signal
 */
function change(frame, signal) {
  const ended = new AbortController();
  const cancel = () => ended.abort();
  const promise = new Promise((resolve) => {
    const changes = new MutationObserver(resolve);
    for (const page of [document, frame?.contentDocument])
      if (page) changes.observe(page, { childList: true, subtree: true, characterData: true });
    ended.signal.addEventListener("abort", () => changes.disconnect());
    frame?.addEventListener("load", resolve, { signal: ended.signal });
  });
  signal.addEventListener("abort", cancel);
  return { promise, cancel };
}
