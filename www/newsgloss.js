/**
 * Newsgloss on a page: defines the elements, and loads all else only when one of them, or a script, asks for it.
 */
import { NewsGloss } from "./news-gloss.js";

/** The folder of this module, where its other files lie. */
const HOME = new URL(".", import.meta.url).href;

/**
 * Loads the annotator with its packs, once for the same files.
 *
 * @param {import("./gloss.js").Files} [files]
 * @returns {Promise<import("./gloss.js").Gloss>}
 */
export async function load(files = {}) {
  const gloss = await import("./gloss.js");
  return gloss.load({ base: HOME, ...files });
}

NewsGloss.home = HOME;
if (!customElements.get("news-gloss")) customElements.define("news-gloss", NewsGloss);
