/**
 * The deals as a drawing: parties around it, deals as numbered points between their parties, and the same as a table
 * behind it.
 */
import { foreign, stageKey } from "../card/parts.js";
import { h, svg } from "../dom.js";
import { at, spread } from "./layout.js";

/** Pixels of the drawing's own grid. */
const WIDTH = 320;
const HEIGHT = 240;
/** Of a party's dot, and of a deal's point. */
const DOT = 13;
const POINT = 8;
/** Letters of a name that fit under its dot. */
const LETTERS = 18;

/**
 * @typedef {import("./names.js").View} View
 * @typedef {import("../model.js").Deal} Deal
 * @typedef {{ deal: Deal, index: number, number: number, x: number, y: number, ends: Node[] }} Point
 * @typedef {{ x: number, y: number, key: string, name: string, nation?: string, entity: number | null }} Node
 */

/**
 * Draws it, a part with each step, then its table, row by row.
 *
 * @param {Element} into
 * @param {View} view
 */
export function* dealMap(into, view) {
  const { words } = view;
  const deals = view.model.deals().filter(({ deal }) => deal.parties.length > 0);
  const nodes = around(view, deals);
  const points = between(deals, nodes);
  const n = (/** @type {number} */ n, /** @type {string} */ key) => words.say(key, { n });
  const label = words.say("deal_map", { parties: n(nodes.length, "n_parties"), deals: n(deals.length, "n_deals") });
  const box = `0 0 ${WIDTH} ${HEIGHT}`;
  const drawing = svg(
    "svg",
    { part: "deal-map", class: "map", viewBox: box, role: "img", "aria-label": label },
    arrow(),
  );
  into.append(drawing);
  yield;
  for (const point of points) yield drawing.append(...lines(point));
  for (const node of nodes) yield drawing.append(dot(view, node));
  for (const point of points) yield drawing.append(mark(view, point));
  yield* table(into, view, points);
}

/** The parties on an ellipse, those of the same deals side by side. @param {View} view @param {{ deal: Deal }[]} deals */
function around({ model, words }, deals) {
  const parties = deals.flatMap(({ deal }) => deal.parties);
  const names = [...new Set(parties.map(({ name }) => name))];
  return names.map((key, i) => {
    const entity = parties.find(({ name, entity }) => name === key && entity != null)?.entity ?? null;
    const known = entity == null ? undefined : model.annotations.entities[entity];
    const name = known ? words.name(known) : key;
    return { key, name, entity, nation: known?.nation, ...at((i / names.length) * 2 * Math.PI, WIDTH, HEIGHT) };
  });
}

/** The deals between their parties, apart from each other. @param {{ deal: Deal, index: number }[]} deals @param {Node[]} nodes */
function between(deals, nodes) {
  const centre = { x: WIDTH / 2, y: HEIGHT / 2 };
  const points = deals.map(({ deal, index }, i) => {
    const ends = nodes.filter(({ key }) => deal.parties.some(({ name }) => name === key));
    // One party alone: on the way to the middle.
    const corners = ends.length > 1 ? ends : [...ends, centre];
    const mean = (/** @type {"x" | "y"} */ axis) => corners.reduce((sum, end) => sum + end[axis], 0) / corners.length;
    return { deal, index, number: i + 1, x: mean("x"), y: mean("y"), ends };
  });
  return spread(points, nodes, { width: WIDTH, height: HEIGHT });
}

/** From each party to the deal's point; an arrow goes to whom it is aimed at. @param {Point} point */
function lines({ deal, x, y, ends }) {
  return ends.map((end) => {
    const target = deal.parties.some(({ name, role }) => name === end.key && role === "target");
    const far = Math.hypot(end.x - x, end.y - y) || 1;
    const stop = Math.max(far - DOT - 4, 0) / far;
    const to = { x2: (x + (end.x - x) * stop).toFixed(1), y2: (y + (end.y - y) * stop).toFixed(1) };
    const role = deal.parties.find(({ name }) => name === end.key)?.role;
    return svg("line", {
      class: `line ${deal.stage} ${role}`,
      x1: x.toFixed(1),
      y1: y.toFixed(1),
      ...to,
      "marker-end": target && "url(#arrow)",
    });
  });
}

function arrow() {
  const head = svg("path", { class: "arrow", d: "M0 0L8 4L0 8Z" });
  const box = { viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, orient: "auto" };
  return svg("marker", { id: "arrow", markerUnits: "userSpaceOnUse", ...box }, head);
}

/** @param {View} view @param {Node} node */
function dot(view, { name, nation, entity, x, y }) {
  const short = name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name;
  const image = nation && { href: `${view.home}flags/${nation}.svg`, x: x - 10.5, y: y - 7, width: 21, height: 14 };
  const [top, middle] = [y < HEIGHT / 3, Math.abs(x - WIDTH / 2) < 30];
  const anchor = middle ? "middle" : x < WIDTH / 2 ? "start" : "end";
  const edge = x < WIDTH / 2 ? Math.max(4, x - 34) : Math.min(WIDTH - 4, x + 34);
  const group = svg(
    "g",
    { class: entity == null ? "node" : "node known" },
    svg("title", {}, name),
    svg("circle", { cx: x, cy: y, r: DOT }),
    image ? svg("image", image) : svg("circle", { class: "core", cx: x, cy: y, r: 5 }),
    svg(
      "text",
      { x: middle ? x : edge, y: top ? y - DOT - 3 : y + DOT + 10, "text-anchor": anchor, direction: "ltr" },
      short,
    ),
  );
  if (entity != null) group.addEventListener("click", () => view.choose({ kind: "entity", index: entity }, group));
  return group;
}

/** A deal's point with its number. @param {View} view @param {Point} point */
function mark({ words, choose }, { deal, index, number, x, y }) {
  const group = svg(
    "g",
    { class: `point ${deal.stage}` },
    svg("title", {}, `${deal.title}: ${words.say(stageKey(deal))}`),
    svg("circle", { class: "reach", cx: x, cy: y, r: 12 }),
    svg("circle", { cx: x, cy: y, r: POINT }),
    svg("text", { x, y: y + 3.5, "text-anchor": "middle" }, words.number(number)),
  );
  group.addEventListener("click", () => choose({ kind: "deal", index }, group));
  return group;
}

/** @param {Element} into @param {View} view @param {Point[]} points */
function* table(into, view, points) {
  const { words } = view;
  const heads = ["#", words.say("deal"), words.say("stages")].map((title) => h("th", { scope: "col" }, title));
  const body = h("tbody");
  into.append(h("table", {}, h("thead", {}, h("tr", {}, ...heads)), body));
  for (const point of points) yield body.append(tableRow(view, point));
}

/** @param {View} view @param {Point} point */
function tableRow({ words, choose }, { deal, index, number }) {
  const open = h("button", { type: "button", class: "link", onclick: () => choose({ kind: "deal", index }, open) });
  open.append(foreign(deal.title));
  const sample = svg("svg", { class: "map sample", viewBox: "0 0 24 4", "aria-hidden": "true" });
  sample.append(svg("line", { class: `line ${deal.stage}`, x1: 0, x2: 24, y1: 2, y2: 2 }));
  const kind = h("span", { class: "kind" }, words.say(`deal.${deal.kind}`));
  return h(
    "tr",
    {},
    h("td", { class: "number" }, words.number(number)),
    h("th", { scope: "row" }, open, kind),
    h("td", { class: `stage ${deal.stage}` }, words.say(stageKey(deal)), sample),
  );
}
