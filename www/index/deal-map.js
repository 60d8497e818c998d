/**
 * The deals as a drawing: parties as nodes, deals as lines between them, and the same as a table behind it.
 */
import { h, svg } from "../dom.js";
import { word } from "../words.js";

const WIDTH = 320;
const HEIGHT = 230;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
const RADIUS = { x: 108, y: 78 };
const DOT = 11;
/** Pixels between two lines that join the same parties. */
const APART = 26;
/** Letters of a name that fit under its node. */
const LETTERS = 17;

/**
 * @typedef {{ x: number, y: number }} Point
 * @typedef {Point & { name: string, nation?: string, entity: number | null }} Node
 */

/** @param {import("./names.js").View} view */
export function dealMap(view) {
  const deals = view.model.deals().filter(({ deal }) => deal.parties.length > 0);
  const nodes = around(view.model, deals);
  const drawn = [...lines(view, deals, nodes), ...nodes.map((node) => dot(view, node))];
  const label = `Map of ${deals.length} deals between ${nodes.length} parties; the table below says the same`;
  return [
    svg("svg", { class: "map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label }, ...drawn),
    table(view, deals),
  ];
}

/**
 * The parties on an ellipse, those of the most deals first.
 *
 * @param {import("../model.js").Model} model
 * @param {{ deal: import("../model.js").Deal }[]} deals
 * @returns {Node[]}
 */
function around(model, deals) {
  const parties = deals.flatMap(({ deal }) => deal.parties);
  const often = (/** @type {string} */ name) => parties.filter((party) => party.name === name).length;
  const names = [...new Set(parties.map(({ name }) => name))].sort((a, b) => often(b) - often(a));
  return names.map((name, i) => {
    const angle = (i / names.length) * 2 * Math.PI - Math.PI / 2;
    const entity = parties.find((party) => party.name === name && party.entity != null)?.entity ?? null;
    const nation = entity == null ? undefined : model.annotations.entities[entity].nation;
    return {
      name,
      entity,
      nation,
      x: CENTRE.x + RADIUS.x * Math.cos(angle),
      y: CENTRE.y + RADIUS.y * Math.sin(angle),
    };
  });
}

/**
 * @param {import("./names.js").View} view
 * @param {{ deal: import("../model.js").Deal, index: number }[]} deals
 * @param {Node[]} nodes
 */
function lines(view, deals, nodes) {
  /** @type {Map<string, number>} lines drawn so far between the same parties */
  const drawn = new Map();
  return deals.flatMap(({ deal, index }) => {
    const ends = nodes.filter(({ name }) => deal.parties.some((party) => party.name === name));
    const key = ends.map(({ name }) => name).join("|");
    const nth = drawn.get(key) ?? 0;
    drawn.set(key, nth + 1);
    return path(ends, nth).map((d) => {
      const line = svg(
        "path",
        { d, class: `line ${deal.stage}` },
        svg("title", {}, `${deal.title}: ${word(deal.stage)}`),
      );
      line.addEventListener("click", () => view.choose({ kind: "deal", index }, line));
      return line;
    });
  });
}

/**
 * The curves of a deal: one between two parties; from each to a common point between more; a loop at a single one.
 *
 * @param {Node[]} ends
 * @param {number} nth among the deals of the same parties
 * @returns {string[]}
 */
function path(ends, nth) {
  const middle = {
    x: ends.reduce((sum, { x }) => sum + x, 0) / ends.length,
    y: ends.reduce((sum, { y }) => sum + y, 0) / ends.length,
  };
  const [a, b] = ends;
  if (ends.length === 1) {
    const r = 16 + nth * 6;
    return [
      `M${a.x} ${a.y}c${-r} ${-r * 1.7} ${r} ${-r * 1.7} 0 0`.replaceAll(/-?\d+\.\d+/g, (n) => Number(n).toFixed(1)),
    ];
  }
  const side = (nth % 2 === 0 ? 1 : -1) * Math.ceil(nth / 2) * APART;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const pull = { x: middle.x + ((a.y - b.y) / length) * side, y: middle.y + ((b.x - a.x) / length) * side };
  const bent = { x: pull.x + (CENTRE.x - pull.x) * 0.25, y: pull.y + (CENTRE.y - pull.y) * 0.25 };
  const at = (/** @type {Point} */ { x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  if (ends.length === 2) return [`M${at(a)}Q${at(bent)} ${at(b)}`];
  return ends.map((end) => `M${at(end)}L${at(bent)}`);
}

/** @param {import("./names.js").View} view @param {Node} node */
function dot(view, { name, nation, entity, x, y }) {
  const short = name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name;
  const image = nation && { href: `${view.home}flags/${nation}.svg`, x: x - 9, y: y - 6, width: 18, height: 12 };
  const group = svg(
    "g",
    { class: entity == null ? "node" : "node known" },
    svg("title", {}, name),
    svg("circle", { cx: x, cy: y, r: DOT + 2 }),
    image ? svg("image", image) : svg("circle", { class: "core", cx: x, cy: y, r: 5 }),
    svg("text", { x, y: y < CENTRE.y - DOT ? y - DOT - 4 : y + DOT + 13, "text-anchor": "middle" }, short),
  );
  if (entity != null) group.addEventListener("click", () => view.choose({ kind: "entity", index: entity }, group));
  return group;
}

/**
 * @param {import("./names.js").View} view
 * @param {{ deal: import("../model.js").Deal, index: number }[]} deals
 */
function table(view, deals) {
  const row = (/** @type {(typeof deals)[0]} */ { deal, index }) => {
    const open = h(
      "button",
      { type: "button", class: "link", onclick: () => view.choose({ kind: "deal", index }, open) },
      deal.title,
    );
    return h("tr", {}, h("th", { scope: "row" }, open), h("td", { class: `stage ${deal.stage}` }, word(deal.stage)));
  };
  const heads = ["Deal", "Stage"].map((title) => h("th", { scope: "col" }, title));
  return h("table", {}, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...deals.map(row)));
}
