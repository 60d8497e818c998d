/**
 * Where in the article something stands: a line for the article, a stroke for each mention.
 */
import { svg } from "../dom.js";

const WIDTH = 120;
const HEIGHT = 12;

/**
 * A drawing; a click goes to the mention nearest to it. Keyboards have the mention buttons instead.
 *
 * @template {import("../model.js").Passage} P
 * @param {P[]} mentions
 * @param {number} length of the text
 * @param {(mention: P) => void} jump
 */
export function sparkline(mentions, length, jump) {
  const at = (/** @type {P} */ mention) => Math.round((mention.start / Math.max(length, 1)) * (WIDTH - 2)) + 1;
  // One path for all: an element for each stroke is dear where there are thousands.
  const strokes = [...new Set(mentions.map(at))].map((x) => `M${x} 1V${HEIGHT - 1}`).join("");
  const clicked = (/** @type {MouseEvent} */ event) => {
    event.stopPropagation();
    const box = drawing.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    jump(mentions.reduce((best, next) => (Math.abs(at(next) - x) < Math.abs(at(best) - x) ? next : best)));
  };
  const drawing = svg(
    "svg",
    {
      class: "sparkline",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      "aria-hidden": "true",
      preserveAspectRatio: "none",
      onclick: clicked,
    },
    svg("path", { class: "axis", d: `M0 ${HEIGHT / 2}H${WIDTH}` }),
    svg("path", { d: strokes }),
  );
  return drawing;
}
