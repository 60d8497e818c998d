/**
 * `<news-gloss-card>`: one card about a person, nation, organization, place or deal. It floats beside a mention, or lies
 * at the foot of a small screen. It knows nothing of the pointer.
 *
 * Events, neither bubbling nor composed: `jump` (detail: the passage to go to), `turn` (the card shows another
 * subject), `dismiss`.
 */
import { dealCard } from "./card/deal.js";
import { nationCard } from "./card/nation.js";
import { flag, foreign } from "./card/parts.js";
import { personCard } from "./card/person.js";
import { severalCard } from "./card/several.js";
import { h, shadow } from "./dom.js";
import { Model } from "./model.js";
import styles from "./news-gloss-card.css";
import { pause } from "./pause.js";
import { makeRoom, placeBeside } from "./place.js";
import { swipeDown } from "./swipe.js";
import tokens from "./tokens.css";

/** What a page may style, passed on through the shadow roots. */
const PARTS = "card, header, kind, title, office, note, section, facts, flag, track, map, sources";

/**
 * @typedef {import("./card/parts.js").Context} Context
 * @typedef {import("./model.js").Subject} Subject
 */

export class NewsGlossCard extends HTMLElement {
  /** The dialog. It takes the focus itself: from a host outside the order of Tab, WebKit goes on past what is inside. */
  #body = h("div", { part: "card", class: "card", role: "dialog", tabindex: -1 });
  /** @type {Subject[]} the way here, the shown one last */
  #trail = [];
  /** @type {Model | undefined} */
  #model;
  /** @type {import("./words.js").Words | undefined} */
  #words;
  #home = "";
  /** @type {() => DOMRect | undefined} the box it stands beside */
  #beside = () => undefined;

  constructor() {
    super();
    shadow(this, tokens, styles).append(this.#body);
    swipeDown(this.#body, () => this.hasAttribute("sheet") && this.#dismiss());
  }

  connectedCallback() {
    this.setAttribute("role", "none");
    this.setAttribute("popover", "manual");
    this.setAttribute("exportparts", PARTS);
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    this.#body.focus(options);
  }

  get open() {
    return this.#trail.length > 0;
  }

  /** @returns {Subject | undefined} */
  get subject() {
    return this.#trail.at(-1);
  }

  /**
   * @param {object} options
   * @param {import("./model.js").Annotations} options.annotations
   * @param {string} options.text of the article
   * @param {Subject} options.subject
   * @param {import("./words.js").Words} options.words
   * @param {string} options.home folder with the flags
   * @param {() => DOMRect | undefined} options.beside the box to stand beside, in viewport pixels
   * @param {boolean} [options.sheet] at the foot of the screen instead
   * @returns {Promise<void>} once it is seen
   */
  async show({ annotations, text, subject, words, home, beside, sheet = false }) {
    // The page is measured before the card changes it: afterwards it would have to be laid out twice.
    const anchor = beside();
    this.#model = new Model(annotations, text);
    this.#words = words;
    this.#home = home;
    this.#beside = beside;
    this.#trail = [subject];
    this.toggleAttribute("sheet", sheet);
    this.#draw();
    // The first card is slow to draw and slow to lay out; each is a task of its own.
    await pause();
    if (!this.open || this.#beside !== beside) return;
    if (anchor) makeRoom(this, anchor);
    this.setAttribute("open", "");
    if (this.showPopover && !this.matches(":popover-open")) this.showPopover();
    this.#place(anchor);
  }

  /**
   * Stands beside its box again after that has moved, or beside another one.
   *
   * @param {() => DOMRect | undefined} [beside]
   */
  follow(beside = this.#beside) {
    this.#beside = beside;
    if (this.open) this.#place(beside());
  }

  /** @param {DOMRect | undefined} anchor */
  #place(anchor) {
    if (this.hasAttribute("sheet"))
      this.#body.classList.toggle("fits", this.#body.scrollHeight <= this.#body.clientHeight);
    else if (anchor) placeBeside(this, anchor);
  }

  hide() {
    if (!this.open) return;
    this.#trail = [];
    this.removeAttribute("open");
    if (this.hidePopover && this.matches(":popover-open")) this.hidePopover();
    this.#body.replaceChildren();
  }

  /**
   * Draws the shown card again from a newer reading of the article; closes where its subject is gone.
   *
   * @param {import("./model.js").Annotations} annotations
   * @param {string} text
   */
  refresh(annotations, text) {
    if (!this.open || !this.#model) return;
    const model = new Model(annotations, text);
    const ids = this.#trail.map((subject) => this.#model?.id(subject) ?? "");
    const trail = ids.map((id) => model.find(id)).filter((subject) => subject !== undefined);
    if (trail.length === 0) return this.#dismiss();
    this.#model = model;
    this.#trail = trail;
    this.#draw();
  }

  #dismiss() {
    this.dispatchEvent(new Event("dismiss"));
  }

  #draw() {
    const subject = this.#trail.at(-1);
    if (!subject || !this.#model || !this.#words) return;
    const focused = this.shadowRoot?.activeElement != null;
    const context = this.#context(this.#model, this.#words);
    this.#body.className = `card ${kind(context, subject)}`;
    this.#body.replaceChildren(...draw(context, subject, this.#bar(context)).filter((child) => child instanceof Node));
    this.#body.scrollTop = 0;
    this.#body.setAttribute("aria-label", name(context, subject));
    if (focused) this.focus({ preventScroll: true });
  }

  /** @param {Model} model @param {import("./words.js").Words} words @returns {Context} */
  #context(model, words) {
    return {
      model,
      words,
      home: this.#home,
      open: (subject) => this.#turn([...this.#trail, subject]),
      jump: (passage) => this.dispatchEvent(new CustomEvent("jump", { detail: passage })),
    };
  }

  /** @param {Subject[]} trail */
  #turn(trail) {
    this.#trail = trail;
    this.#draw();
    this.follow();
    this.dispatchEvent(new Event("turn"));
  }

  /** The way back, and the way out. @param {Context} context */
  #bar(context) {
    const { words } = context;
    const before = this.#trail.at(-2);
    const label = before ? name(context, before) : "";
    const button = (/** @type {string} */ key, /** @type {string} */ title, /** @type {() => void} */ onclick) =>
      h("button", { type: "button", class: key, title, "aria-label": title, onclick });
    const back =
      before && button("back", words.say("back", { name: label }), () => this.#turn(this.#trail.slice(0, -1)));
    back?.append(h("span", { dir: "auto" }, label));
    const close = button("close", words.say("close"), () => this.#dismiss());
    return h("div", { class: "bar", role: "group", "aria-label": words.say("card") }, back, close);
  }
}

/** @param {Context} context @param {Subject} subject @param {HTMLElement} bar */
function draw(context, subject, bar) {
  const { model, words, home } = context;
  if (subject.kind === "deal") {
    const deal = model.annotations.deals[subject.index];
    return [head(words.say(`deal.${deal.kind}`), foreign(deal.title), false, bar), ...dealCard(context, subject.index)];
  }
  const { index, also } = subject;
  const entity = model.annotations.entities[index];
  if (also?.length) {
    const title = head(words.say(`${entity.kind}s`), name(context, subject), false, bar);
    return [title, ...severalCard(context, [index, ...also])];
  }
  const view = entity.kind === "person" ? personCard : nationCard;
  const title = head(words.say(entity.kind), name(context, subject), flag(home, entity.nation), bar);
  return [title, ...view(context, index)];
}

/**
 * @param {string} label
 * @param {Node | string} title
 * @param {HTMLElement | false} image
 * @param {HTMLElement} bar
 */
function head(label, title, image, bar) {
  const line = h("p", { part: "kind", class: "kind" }, image, label);
  return h("div", { part: "header", class: "head" }, bar, line, h("h2", { part: "title" }, h("bdi", {}, title)));
}

/** @param {Context} context @param {Subject} subject */
function name({ model: { annotations }, words }, { kind, index, also = [] }) {
  if (kind === "deal") return annotations.deals[index].title;
  return words.list([index, ...also].map((entity) => words.name(annotations.entities[entity])));
}

/** @param {Context} context @param {Subject} subject */
function kind({ model: { annotations } }, { kind, index }) {
  return kind === "deal" ? kind : annotations.entities[index].kind;
}
