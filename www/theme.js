/**
 * Themes: light or dark, and one of the ready looks, which are loaded when they are asked for.
 */
import { sheet } from "./dom.js";

/** Looks with a style sheet in `themes/`. */
export const THEMES = ["ink", "signal"];

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Dresses an element with a theme: words of `light`, `dark` and the name of a look, in any order.
 *
 * @param {HTMLElement} element
 * @param {string | null} theme
 */
export async function wear(element, theme) {
  element.setAttribute("theme", theme ?? "");
  const name = theme?.split(/\s+/).find((word) => THEMES.includes(word));
  const look = name && (await sheetOf(name));
  const root = element.shadowRoot;
  if (!root || element.getAttribute("theme") !== (theme ?? "")) return;
  const own = root.adoptedStyleSheets.filter((other) => ![...sheets.values()].includes(other));
  root.adoptedStyleSheets = look ? [...own, look] : own;
}

/** @param {string} name */
async function sheetOf(name) {
  const { default: text } = await import(`./themes/${name}.css`);
  if (!sheets.has(name)) sheets.set(name, sheet(text));
  return sheets.get(name);
}
