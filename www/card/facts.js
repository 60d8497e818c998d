/**
 * Facts as a card shows them: in a settled order, numbers and currencies as people read them, each with its source.
 */
import { h } from "../dom.js";
import { foreign } from "./parts.js";

/** Labels in the order of the card; others follow. */
const ORDER = [
  "former_office",
  "party",
  "capital",
  "seat",
  "members",
  "head_of_state",
  "head_of_government",
  "population",
  "area_km2",
  "government",
  "currency",
];

/** Labels that stand elsewhere on the card. */
const HEADLINES = ["office", "official_name", "what", "text", "link"];

/**
 * @typedef {import("../model.js").Fact} Fact
 * @typedef {import("./parts.js").Context} Context
 */

/** The offices someone holds, and when. @param {Context} context @param {Fact[]} facts */
export function offices({ words }, facts) {
  const held = facts.filter(({ label }) => label === "office");
  return held.map((fact) => h("p", { part: "office", class: "office" }, foreign(fact.value), term(words, fact)));
}

/** Since or until when; where the article is too late for its source to know, only as of when. @param {Context["words"]} words @param {Fact} fact */
function term(words, { label, since, until, as_of, unconfirmed }) {
  if (unconfirmed) return days(words, { held_as_of: as_of });
  return days(words, label === "former_office" ? { from: since, until } : { since });
}

/** Days behind the words that lead to them. @param {Context["words"]} words @param {Record<string, string | undefined>} days */
function days(words, days) {
  const said = Object.entries(days).flatMap(([key, day]) => (day ? [words.say(key, { day: words.day(day) })] : []));
  return said.length > 0 && h("span", { class: "since" }, said.join(" "));
}

/** @param {Fact[]} facts @param {string} label @returns {string | undefined} */
export function wordsOf(facts, label) {
  return facts.find((fact) => fact.label === label)?.value;
}

/** @param {Context} context @param {Fact[]} facts */
export function factList(context, facts) {
  const { words } = context;
  const place = (/** @type {Fact} */ { label }) => (ORDER.indexOf(label) + ORDER.length + 1) % (ORDER.length + 1);
  const rows = facts.filter(({ label }) => !HEADLINES.includes(label)).sort((a, b) => place(a) - place(b));
  const cells = rows.flatMap((fact) => [
    h("dt", {}, words.say(`fact.${fact.label}`)),
    h("dd", {}, shown(context, fact), term(words, fact)),
  ]);
  return rows.length > 0 && h("dl", { part: "facts", class: "facts" }, ...cells);
}

/** Its value as people read it; one that the article names as well opens its card. @param {Context} context @param {Fact} fact */
function shown({ model, words, open }, { label, value }) {
  if (label === "population" || label === "members") return rounded(words, value);
  if (label === "area_km2") return words.say("km2", { n: rounded(words, value) });
  if (label === "currency" && /^[A-Z]{3}$/.test(value)) return words.named("currency", value);
  const region = `region.${value.toLowerCase().replaceAll(" ", "_")}`;
  if (label === "region" && words.knows(region)) return words.say(region);
  const index = model.annotations.entities.findIndex(({ name, known }) => known && name === value);
  if (index < 0 || model.mentions({ kind: "entity", index }).length === 0) return foreign(value);
  const onclick = () => open({ kind: "entity", index });
  return h("button", { type: "button", class: "link", lang: "en", dir: "ltr", onclick }, value);
}

/** @param {Context["words"]} words @param {string} value three digits tell enough */
function rounded(words, value) {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return words.number(number, {
    maximumSignificantDigits: 3,
    notation: number >= 1e6 ? "compact" : "standard",
    compactDisplay: "long",
  });
}

/**
 * What a newsroom adds: a note, and an address for more.
 *
 * @param {Context} context
 * @param {Fact[]} facts
 */
export function note({ words }, facts) {
  const text = wordsOf(facts, "text");
  const link = wordsOf(facts, "link");
  const safe = link && /^https?:/.test(link);
  const more = safe && h("a", { href: link, target: "_blank", rel: "noopener" }, words.say("fact.link"));
  return (text || more) && h("p", { part: "note", class: "text", dir: "auto" }, text, " ", more);
}

/**
 * Who says so, and as of when.
 *
 * @param {Context} context
 * @param {Fact[]} facts
 */
export function sources({ words }, facts) {
  /** @type {Map<string, Set<string>>} labels by what is said of their source */
  const said = new Map();
  for (const { source, as_of, label } of facts.filter(({ source }) => source)) {
    const line = as_of ? words.say("as_of", { source, day: words.day(as_of) }) : source;
    said.set(line, (said.get(line) ?? new Set()).add(words.say(`fact.${label}`)));
  }
  const one = said.size === 1;
  const lines = [...said].map(([line, labels]) => h("li", {}, one ? line : `${words.list([...labels])}: ${line}`));
  const title = h("h3", {}, words.say(one ? "source" : "sources"));
  return lines.length > 0 && h("div", { part: "sources", class: "sources" }, title, h("ul", {}, ...lines));
}
