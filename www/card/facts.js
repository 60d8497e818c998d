/**
 * Facts as a card shows them: in a settled order, numbers and currencies as people read them, each with its source.
 */
import { h } from "../dom.js";
import { day, word } from "../words.js";

/** Labels in the order of the card; others follow. */
const ORDER = [
  "capital",
  "seat",
  "head_of_state",
  "head_of_government",
  "population",
  "area_km2",
  "government",
  "currency",
];

/** Labels that stand elsewhere on the card. */
export const HEADLINES = ["office", "official_name"];

/** @typedef {import("../model.js").Fact} Fact */

/** @param {Fact[]} facts @returns {string[]} the offices someone holds, and since when */
export function offices(facts) {
  const held = facts.filter(({ label }) => label === "office");
  return held.map(({ value, since }) => (since ? `${value}, since ${day(since)}` : value));
}

/** @param {Fact[]} facts @returns {string | undefined} */
export function officialName(facts) {
  return facts.find(({ label }) => label === "official_name")?.value;
}

/** @param {Fact[]} facts */
export function factList(facts) {
  const place = (/** @type {Fact} */ { label }) => (ORDER.indexOf(label) + ORDER.length + 1) % (ORDER.length + 1);
  const rows = facts.filter(({ label }) => !HEADLINES.includes(label)).sort((a, b) => place(a) - place(b));
  const cells = rows.flatMap((fact) => [
    h("dt", {}, word(fact.label)),
    h("dd", {}, shown(fact), fact.since && h("span", { class: "since" }, ` since ${day(fact.since)}`)),
  ]);
  return rows.length > 0 && h("dl", { part: "facts", class: "facts" }, ...cells);
}

/** @param {Fact} fact its value as people read it */
function shown({ label, value }) {
  if (label === "population") return rounded(value);
  if (label === "area_km2") return `${rounded(value)} km²`;
  if (label === "currency" && /^[A-Z]{3}$/.test(value)) return named("currency", value);
  if (label === "link" && /^https?:/.test(value)) return h("a", { href: value, rel: "noopener" }, value);
  return value;
}

/** @param {string} value three digits tell enough */
function rounded(value) {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const long = number >= 1e6;
  const format = { maximumSignificantDigits: 3, notation: long ? "compact" : "standard", compactDisplay: "long" };
  return new Intl.NumberFormat("en", /** @type {Intl.NumberFormatOptions} */ (format)).format(number);
}

/** @param {"currency" | "region"} type @param {string} code the code itself where it has no name */
export function named(type, code) {
  try {
    return new Intl.DisplayNames("en", { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * Who says so, and as of when.
 *
 * @param {Fact[]} facts
 */
export function sources(facts) {
  /** @type {Map<string, Set<string>>} labels by what is said of their source */
  const said = new Map();
  for (const { source, as_of, label } of facts) {
    const line = `${source}${as_of ? `, as of ${day(as_of)}` : ""}`;
    said.set(line, (said.get(line) ?? new Set()).add(word(label)));
  }
  const one = said.size === 1;
  const lines = [...said].map(([line, labels]) => h("li", {}, one ? line : `${[...labels].join(", ")}: ${line}`));
  const title = h("h3", {}, one ? "Source" : "Sources");
  return lines.length > 0 && h("footer", { part: "sources" }, title, h("ul", {}, ...lines));
}
