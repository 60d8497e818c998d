/**
 * Where on earth a nation is: a small map, with the nation filled and a ring around the smallest.
 */
import { POINTS, SHAPES, SIZE } from "../../pkg/world.js";
import { svg } from "../dom.js";

/** Height of the map to its width. */
const SHAPE = 0.38;
/** The least width shown, how much more than the nation's own, and a nation that needs a ring, in units of the map. */
const LEAST = 190;
const AROUND = 2.6;
const SMALL = 14;

/** How each piece is drawn: here and not in the card's style sheet, which every card loads. */
const LINE = { "vector-effect": "non-scaling-stroke" };
const LOOKS = {
  land: { class: "land", fill: "var(--line)", stroke: "var(--wash)", "stroke-width": 0.8, ...LINE },
  own: { class: "own", fill: "var(--nation)" },
  ring: { class: "ring", fill: "none", stroke: "var(--nation)", "stroke-width": 1.5, ...LINE },
};

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * @param {string} code ISO 3166, two letters
 * @param {string} label
 * @returns {SVGElement | undefined} nothing where the nation is not on the map
 */
export function locatorMap(code, label) {
  const own = extent(code);
  if (!own) return undefined;
  const view = frame(own);
  // All nations in one path: a hundred and seventy of them would take longer than the card itself.
  const land = svg("path", { ...LOOKS.land, d: Object.values(SHAPES).join("") });
  const shape = SHAPES[code] && svg("path", { ...LOOKS.own, d: SHAPES[code] });
  const [x, y] = [own.x + own.width / 2, own.y + own.height / 2];
  const ring =
    Math.max(own.width, own.height) < SMALL && svg("circle", { ...LOOKS.ring, cx: x, cy: y, r: view.width / 32 });
  const dot = !SHAPES[code] && svg("circle", { ...LOOKS.own, cx: x, cy: y, r: view.width / 150 });
  const viewBox = [view.x, view.y, view.width, view.height].map(Math.round).join(" ");
  return svg("svg", { class: "world", viewBox, role: "img", "aria-label": label }, land, shape, ring, dot);
}

/** The box of a nation's largest piece. @param {string} code @returns {Box | undefined} */
function extent(code) {
  const corners = POINTS[code] ? [POINTS[code]] : outline(SHAPES[code] ?? "");
  if (corners.length === 0) return undefined;
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The corners of the first piece of a path: where it starts, and its steps. @param {string} path @returns {number[][]} */
function outline(path) {
  const [piece] = path.split("z");
  const numbers = piece.match(/-?\d+/g)?.map(Number) ?? [];
  let [x, y] = [0, 0];
  return numbers.flatMap((step, i) => {
    if (i % 2 === 0) {
      x += step;
      return [];
    }
    y += step;
    return [[x, y]];
  });
}

/** What is shown: the nation with its surroundings, within the map. @param {Box} own @returns {Box} */
function frame(own) {
  const wanted = Math.max(LEAST, own.width * AROUND, (own.height * AROUND) / SHAPE);
  const width = Math.min(wanted, SIZE[0], SIZE[1] / SHAPE);
  const height = width * SHAPE;
  const within = (/** @type {number} */ start, /** @type {number} */ length, /** @type {number} */ room) =>
    Math.max(0, Math.min(start, room - length));
  const x = within(own.x + own.width / 2 - width / 2, width, SIZE[0]);
  return { x, y: within(own.y + own.height / 2 - height / 2, height, SIZE[1]), width, height };
}
