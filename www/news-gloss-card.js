/**
 * `<news-gloss-card>`: one card about a person, nation, organization, place or deal. It floats beside a mention, or lies
 * at the foot of a small screen. It knows nothing of the pointer.
 *
 * Events, neither bubbling nor composed: `jump` (detail: the passage to go to), `turn` (the card shows another
 * subject), `dismiss`.
 */
import { dealCard } from "./card/deal.js";
import { nationCard } from "./card/nation.js";
import { flag } from "./card/parts.js";
import { personCard } from "./card/person.js";
import { h, shadow } from "./dom.js";
import { Model } from "./model.js";
import styles from "./news-gloss-card.css";
import { placeBeside } from "./place.js";
import tokens from "./tokens.css";
import { word } from "./words.js";

/** Pixels a sheet is dragged down before it closes. */
const SWIPE = 60;

export class NewsGlossCard extends HTMLElement {
  #body = h("div", { part: "card", class: "card" });
  /** @type {import("./model.js").Subject[]} the way here, the shown one last */
  #trail = [];
  /** @type {import("./model.js").Model | undefined} */
  #model;
  #home = "";
  /** @type {() => DOMRect | undefined} the box it stands beside */
  #beside = () => undefined;

  constructor() {
    super();
    shadow(this, tokens, styles).append(this.#body);
    this.#body.addEventListener("pointerdown", (event) => this.#swipe(event));
  }

  connectedCallback() {
    this.setAttribute("role", "dialog");
    this.setAttribute("popover", "manual");
    this.tabIndex = -1;
  }

  get open() {
    return this.#trail.length > 0;
  }

  /** @returns {import("./model.js").Subject | undefined} */
  get subject() {
    return this.#trail.at(-1);
  }

  /**
   * @param {object} options
   * @param {import("./model.js").Annotations} options.annotations
   * @param {string} options.text of the article
   * @param {import("./model.js").Subject} options.subject
   * @param {string} options.home folder with the flags
   * @param {() => DOMRect | undefined} options.beside the box to stand beside, in viewport pixels
   * @param {boolean} [options.sheet] at the foot of the screen instead
   */
  show({ annotations, text, subject, home, beside, sheet = false }) {
    this.#model = new Model(annotations, text);
    this.#home = home;
    this.#beside = beside;
    this.#trail = [subject];
    this.toggleAttribute("sheet", sheet);
    this.#draw();
    if (this.showPopover && !this.matches(":popover-open")) this.showPopover();
    this.setAttribute("open", "");
    this.follow();
  }

  /**
   * Stands beside its box again after that has moved, or beside another one.
   *
   * @param {() => DOMRect | undefined} [beside]
   */
  follow(beside = this.#beside) {
    this.#beside = beside;
    if (this.open && !this.hasAttribute("sheet")) placeBeside(this, beside);
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
    if (trail.length === 0) {
      this.dispatchEvent(new Event("dismiss"));
      return;
    }
    this.#model = model;
    this.#trail = trail;
    this.#draw();
  }

  #draw() {
    const subject = this.#trail.at(-1);
    if (!subject || !this.#model) return;
    const focused = this.shadowRoot?.activeElement != null;
    const context = this.#context(this.#model);
    this.#body.className = `card ${kind(this.#model, subject)}`;
    this.#body.replaceChildren(...draw(context, subject, this.#bar()).filter((child) => child instanceof Node));
    this.#body.scrollTop = 0;
    this.setAttribute("aria-label", name(this.#model, subject));
    if (focused) this.focus({ preventScroll: true });
  }

  /** @param {import("./model.js").Model} model @returns {import("./card/parts.js").Context} */
  #context(model) {
    return {
      model,
      home: this.#home,
      open: (subject) => this.#turn([...this.#trail, subject]),
      jump: (passage) => this.dispatchEvent(new CustomEvent("jump", { detail: passage })),
    };
  }

  /** @param {import("./model.js").Subject[]} trail */
  #turn(trail) {
    this.#trail = trail;
    this.#draw();
    this.dispatchEvent(new Event("turn"));
  }

  /** The way back, and the way out. */
  #bar() {
    const back = this.#trail.length > 1 && this.#model && this.#trail.at(-2);
    const label = back && this.#model ? name(this.#model, back) : "";
    return h(
      "nav",
      { class: "bar", "aria-label": "Card" },
      back &&
        h(
          "button",
          { type: "button", class: "back", onclick: () => this.#turn(this.#trail.slice(0, -1)) },
          `‹ ${label}`,
        ),
      h(
        "button",
        {
          type: "button",
          class: "close",
          "aria-label": "Close",
          onclick: () => this.dispatchEvent(new Event("dismiss")),
        },
        "×",
      ),
    );
  }

  /** Closes the sheet when it is drawn down by its top. @param {PointerEvent} down */
  #swipe(down) {
    if (!this.hasAttribute("sheet") || this.#body.scrollTop > 0) return;
    const moved = (/** @type {PointerEvent} */ event) => {
      if (event.clientY - down.clientY > SWIPE) {
        done();
        this.dispatchEvent(new Event("dismiss"));
      }
    };
    const done = () => {
      this.#body.removeEventListener("pointermove", moved);
      this.#body.removeEventListener("pointerup", done);
      this.#body.removeEventListener("pointercancel", done);
    };
    this.#body.addEventListener("pointermove", moved);
    this.#body.addEventListener("pointerup", done);
    this.#body.addEventListener("pointercancel", done);
  }
}

/**
 * @param {import("./card/parts.js").Context} context
 * @param {import("./model.js").Subject} subject
 * @param {HTMLElement} bar
 */
function draw(context, subject, bar) {
  if (subject.kind === "deal") {
    const deal = context.model.annotations.deals[subject.index];
    return [head(word(deal.kind), deal.title, false, bar), ...dealCard(context, subject.index)];
  }
  const entity = context.model.annotations.entities[subject.index];
  const view = entity.kind === "person" ? personCard : nationCard;
  const title = head(word(entity.kind), entity.name, flag(context.home, entity.nation), bar);
  return [title, ...view(context, subject.index)];
}

/**
 * @param {string} label
 * @param {string} title
 * @param {HTMLElement | false} image
 * @param {HTMLElement} bar
 */
function head(label, title, image, bar) {
  const line = h("p", { class: "kind" }, image, label);
  return h("header", { part: "header" }, bar, line, h("h2", { part: "title" }, title));
}

/** @param {import("./model.js").Model} model @param {import("./model.js").Subject} subject */
function name({ annotations }, { kind, index }) {
  return kind === "deal" ? annotations.deals[index].title : annotations.entities[index].name;
}

/** @param {import("./model.js").Model} model @param {import("./model.js").Subject} subject */
function kind({ annotations }, { kind, index }) {
  return kind === "deal" ? kind : annotations.entities[index].kind;
}
