/**
 * The building blocks that several cards share.
 *
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("../model.js").Subject} Subject
 * @typedef {import("../model.js").Passage} Passage
 *
 * @typedef {object} Context what a card is drawn from, and what it can ask for
 * @property {Model} model
 * @property {import("../words.js").Words} words
 * @property {string} home the folder with the flags
 * @property {(subject: Subject) => void} open shows another card in place
 * @property {(passage: Passage) => void} jump goes to a place in the article
 */
import { h } from "../dom.js";
import { sparkline } from "./sparkline.js";

/** Passages shown before the reader asks for more. */
const FEW = 2;

/**
 * @param {string} home the folder with the flags
 * @param {string | undefined} nation ISO 3166 code
 * @returns {HTMLImageElement | false}
 */
export function flag(home, nation) {
  if (!nation || !/^[A-Z]{2}$/.test(nation)) return false;
  const image = h("img", {
    part: "flag",
    class: "flag",
    src: `${home}flags/${nation}.svg`,
    alt: "",
    width: 18,
    height: 12,
  });
  image.addEventListener("error", () => image.remove());
  return image;
}

/**
 * A titled part of a card; none where it has nothing to say.
 *
 * @param {string} title
 * @param {...import("../dom.js").Child} children
 */
export function section(title, ...children) {
  const filled = children.filter(Boolean);
  return filled.length > 0 && h("section", { part: "section" }, h("h3", {}, title), ...filled);
}

/**
 * Words of the article or of a fact, in their own language and direction.
 *
 * @param {string} text
 * @param {string} [name] its class
 */
export function foreign(text, name) {
  return h("span", { class: name, lang: "en", dir: "ltr" }, text);
}

/**
 * How often and where it is named, and the way from one mention to the next.
 *
 * @param {Context} context
 * @param {Subject} subject
 */
export function standing({ model, words, jump }, subject) {
  const mentions = model.mentions(subject);
  if (mentions.length === 0) return false;
  const n = mentions.length;
  let at = -1;
  const often = h("p", { class: "standing" }, words.say("named", { n }));
  const heard = h("p", { class: "heard", role: "status", lang: "en" });
  const go = (/** @type {number} */ to) => {
    at = (to + n) % n;
    often.textContent = words.say("nth", { i: at + 1, n });
    heard.textContent = model.sentence(mentions[at].start).text;
    jump(mentions[at]);
  };
  const step = (/** @type {string} */ key, /** @type {() => number} */ to) =>
    h("button", { type: "button", class: `step ${key}`, "aria-label": words.say(key), onclick: () => go(to()) });
  return h(
    "div",
    { class: "where" },
    often,
    sparkline(mentions, model.text.length, (mention) => go(mentions.indexOf(mention))),
    step("previous", () => Math.max(at, 0) - 1),
    step("next", () => at + 1),
    heard,
  );
}

/**
 * A passage of the article that leads to its place.
 *
 * @param {Context} context
 * @param {Passage} passage
 * @param {string} [text] other words for it
 * @param {string} [name] its class
 */
export function passageLink({ jump, words }, passage, text = passage.text, name = "passage") {
  const title = words.say("show");
  const attributes = { type: "button", class: name, title, lang: "en", dir: "ltr", onclick: () => jump(passage) };
  return h("button", attributes, text);
}

/**
 * Passages, the first few of them until the reader asks for more.
 *
 * @param {Context} context
 * @param {string} title
 * @param {{ passage: Passage, text: string }[]} passages
 */
export function passageList(context, title, passages) {
  const item = (/** @type {(typeof passages)[0]} */ { passage, text }) =>
    h("li", {}, passageLink(context, passage, text));
  const list = h("ul", { class: "passages" }, ...passages.slice(0, FEW).map(item));
  const rest = passages.slice(FEW);
  const onclick = () => {
    list.append(...rest.map(item));
    /** @type {HTMLElement | null} */ (list.children[FEW].firstChild)?.focus({ preventScroll: true });
    more.remove();
  };
  const more = h("button", { type: "button", class: "more", onclick }, context.words.say("more", { n: rest.length }));
  return section(title, passages.length > 0 && list, rest.length > 0 && more);
}

/**
 * What someone says in the article.
 *
 * @param {Context} context
 * @param {number} entity
 */
export function quotes(context, entity) {
  const said = context.model.quotesBy(entity).map((passage) => ({ passage, text: spoken(passage.text) }));
  return passageList(context, context.words.say("says"), said);
}

/** A quotation that stands alone: without the comma that led on. @param {string} text */
function spoken(text) {
  return text.replace(/,(?=["”’»]?$)/, "");
}

/**
 * The deals of an entity, each opening its own card.
 *
 * @param {Context} context
 * @param {{ deal: import("../model.js").Deal, index: number }[]} deals
 * @param {string} [title] key of its words
 */
export function dealList({ open, words }, deals, title = "deals") {
  const item = (/** @type {(typeof deals)[0]} */ { deal, index }) => {
    const stage = h("span", { class: `stage ${deal.stage}` }, words.say(stageKey(deal)));
    const onclick = () => open({ kind: "deal", index });
    return h("li", {}, h("button", { type: "button", class: "row", onclick }, foreign(deal.title, "name"), stage));
  };
  return section(words.say(title), deals.length > 0 && h("ul", { class: "rows" }, ...deals.map(item)));
}

/** Key of the words for how far a deal is: a resolution is adopted. @param {import("../model.js").Deal} deal */
export function stageKey({ kind, stage }) {
  return `stage.${kind === "resolution" && stage === "signed" ? "adopted" : stage}`;
}

/**
 * An entity's name with its flag, opening its card.
 *
 * @param {Context} context
 * @param {number} index
 * @param {Node | string} [note]
 */
export function entityRow({ model, words, home, open }, index, note) {
  const entity = model.annotations.entities[index];
  const onclick = () => open({ kind: "entity", index });
  const name = h("span", { class: "name", dir: "auto" }, words.name(entity));
  const aside = note && h("span", { class: "note" }, note);
  return h("button", { type: "button", class: "row", onclick }, flag(home, entity.nation), name, aside);
}

/**
 * Names as the article has them, each between quotation marks.
 *
 * @param {Context} context
 * @param {string} key of the words around them
 * @param {string[]} names
 */
export function called({ words }, key, names) {
  if (names.length === 0) return false;
  const quoted = words.list(names.map((name) => `\u2068“${name}”\u2069`));
  return h("p", { class: "described" }, words.say(key, { names: quoted, n: names.length }));
}
