/**
 * Finding the article on a page that does not say where it is.
 */
import { Look } from "../pkg/newsgloss.js";
import { pause, SLICE } from "./pause.js";

/**
 * Finds it at once.
 *
 * @param {Document} document
 * @returns {Element | undefined}
 */
export function findArticle(document) {
  const look = new Look(document);
  look.look(Number.POSITIVE_INFINITY);
  return look.found();
}

/**
 * Finds it in slices.
 *
 * @param {Document} document
 * @returns {Promise<Element | undefined>}
 */
export async function findArticleGently(document) {
  const look = new Look(document);
  while (look.look(SLICE)) await pause();
  return look.found();
}
