/**
 * The building blocks that several cards share.
 *
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("../model.js").Subject} Subject
 * @typedef {import("../model.js").Passage} Passage
 *
 * @typedef {object} Context what a card is drawn from, and what it can ask for
 * @property {Model} model
 * @property {string} home the folder with the flags
 * @property {(subject: Subject) => void} open shows another card in place
 * @property {(passage: Passage) => void} jump goes to a place in the article
 */
import { h } from "../dom.js";
import { word } from "../words.js";
import { sparkline } from "./sparkline.js";

/** Quotations shown before the reader asks for more. */
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
 * How often and where it is named, and the way from one mention to the next.
 *
 * @param {Context} context
 * @param {Subject} subject
 */
export function standing({ model, jump }, subject) {
  const mentions = model.mentions(subject);
  if (mentions.length === 0) return false;
  let at = -1;
  const often = h("p", { class: "standing" }, mentions.length === 1 ? "Named once" : `Named ${mentions.length} times`);
  const heard = h("p", { class: "heard", role: "status" });
  const go = (/** @type {number} */ to) => {
    at = (to + mentions.length) % mentions.length;
    often.textContent = `${at + 1} of ${mentions.length}`;
    heard.textContent = model.sentence(mentions[at].start).text;
    jump(mentions[at]);
  };
  const step = (/** @type {string} */ label, /** @type {string} */ sign, /** @type {() => number} */ to) =>
    h("button", { type: "button", class: "step", "aria-label": label, onclick: () => go(to()) }, sign);
  return h(
    "div",
    { class: "where" },
    often,
    sparkline(mentions, model.text.length, (mention) => go(mentions.indexOf(mention))),
    step("Previous mention", "‹", () => Math.max(at, 0) - 1),
    step("Next mention", "›", () => at + 1),
    heard,
  );
}

/**
 * A passage of the article that leads to its place.
 *
 * @param {Context} context
 * @param {Passage} passage
 * @param {string} text
 */
export function passageLink({ jump }, passage, text) {
  return h(
    "button",
    { type: "button", class: "passage", title: "Show in the article", onclick: () => jump(passage) },
    text,
  );
}

/**
 * What someone says in the article.
 *
 * @param {Context} context
 * @param {number} entity
 */
export function quotes(context, entity) {
  const said = context.model.quotesBy(entity);
  const item = (/** @type {Passage} */ quote) => h("li", {}, passageLink(context, quote, spoken(quote.text)));
  const list = h("ul", { class: "quotes" }, ...said.slice(0, FEW).map(item));
  const rest = said.slice(FEW);
  const more = h("button", { type: "button", class: "more" }, `${rest.length} more`);
  more.addEventListener("click", () => {
    list.append(...rest.map(item));
    more.remove();
  });
  return section("Says here", said.length > 0 && list, rest.length > 0 && more);
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
 * @param {string} [title]
 */
export function dealList(context, deals, title = "Deals") {
  const item = (/** @type {(typeof deals)[0]} */ { deal, index }) => {
    const stage = h("span", { class: `stage ${deal.stage}` }, word(deal.stage));
    const open = () => context.open({ kind: "deal", index });
    return h(
      "li",
      {},
      h("button", { type: "button", class: "row", onclick: open }, h("span", { class: "name" }, deal.title), stage),
    );
  };
  return section(title, deals.length > 0 && h("ul", { class: "rows" }, ...deals.map(item)));
}

/**
 * An entity's name with its flag, opening its card.
 *
 * @param {Context} context
 * @param {number} index
 * @param {string} [note]
 */
export function entityRow(context, index, note) {
  const entity = context.model.annotations.entities[index];
  const open = () => context.open({ kind: "entity", index });
  const name = h("span", { class: "name" }, entity.name);
  const aside = note && h("span", { class: "note" }, note);
  return h("button", { type: "button", class: "row", onclick: open }, flag(context.home, entity.nation), name, aside);
}

/** @param {string[]} names */
export function listed(names) {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names.map((name) => `“${name}”`));
}
