/**
 * Boxes over the page for what the browser cannot highlight, in a shadow root of our own beside `body`. They follow
 * whatever moves the text under them. Loaded only where they are needed.
 */
import styles from "./overlay.css";
import { Sight } from "./sight.js";

/** What may move text, wherever on the page it happens. */
const EVENTS = [
  "scroll",
  "resize",
  "load",
  "toggle",
  "transitionrun",
  "transitionend",
  "animationstart",
  "animationend",
];

/** Colours that the page may set, on the article or above it. */
const COLOURS = ["person", "nation", "organization", "place", "deal", "active"].map((kind) => `--newsgloss-${kind}`);

/** Pixels of the host's width, by which the page's own scale is known. */
const WIDTH = 100;

/** How the host stands on the page, whatever the page's own styles are. */
const PLACE = { position: "absolute", inset: "0 auto auto 0", width: `${WIDTH}px`, "pointer-events": "none" };

/**
 * @typedef {[layer: string, range: Range]} Stroke
 * @typedef {import("./sight.js").Area} Area
 */

export class Overlay {
  /** @type {Stroke[]} */
  #strokes = [];
  #framed = false;
  #ended = new AbortController();

  /** @param {Element} article */
  constructor(article) {
    const page = article.ownerDocument;
    this.article = article;
    this.view = /** @type {Window & typeof globalThis} */ (page.defaultView);
    this.host = page.createElement("newsgloss-overlay");
    for (const [name, value] of Object.entries(PLACE)) this.host.style.setProperty(name, value, "important");
    this.sheet = page.createElement("div");
    const root = this.host.attachShadow({ mode: "closed" });
    const rules = new this.view.CSSStyleSheet();
    rules.replaceSync(styles);
    root.adoptedStyleSheets = [rules];
    root.append(this.sheet);
    page.documentElement.append(this.host);
    this.#follow(page);
  }

  /** Draws these in place of all others. @param {Stroke[]} strokes */
  show(strokes) {
    this.#strokes = strokes;
    this.#draw();
  }

  remove() {
    this.#ended.abort();
    this.host.remove();
  }

  /** @param {Document} page */
  #follow(page) {
    const { signal } = this.#ended;
    const soon = () => this.#soon();
    const options = { signal, capture: true, passive: true };
    for (const event of EVENTS) this.view.addEventListener(event, soon, options);
    page.fonts?.addEventListener("loadingdone", soon, { signal });
    const sizes = new this.view.ResizeObserver(soon);
    for (const element of [this.article, page.body, page.documentElement]) sizes.observe(element);
    const changes = new this.view.MutationObserver(soon);
    changes.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
    signal.addEventListener("abort", () => {
      sizes.disconnect();
      changes.disconnect();
    });
  }

  /** Draws once a frame at most. */
  #soon() {
    if (this.#framed || this.#strokes.length + this.sheet.childElementCount === 0) return;
    this.#framed = true;
    this.view.requestAnimationFrame(() => {
      this.#framed = false;
      if (this.#ended.signal.aborted) return;
      this.#draw();
      const page = this.article.ownerDocument;
      // WebKit does not tell when fonts have come.
      if (page.fonts?.status === "loading") page.fonts.ready.then(() => this.#soon());
      if (animates(page)) this.#soon();
    });
  }

  /** Reads where everything is, then moves what has moved. */
  #draw() {
    const { left, top, width } = this.host.getBoundingClientRect();
    const scale = width / WIDTH || 1;
    const style = this.view.getComputedStyle(this.article);
    const colours = COLOURS.map((name) => [name, style.getPropertyValue(name)]);
    const pixels = (/** @type {number} */ length) => `${(length / scale).toFixed(2)}px`;
    const boxes = this.#boxes().map(({ layer, area }) => ({
      layer,
      left: pixels(area.left - left),
      top: pixels(area.top - top),
      width: pixels(area.right - area.left),
      height: pixels(area.bottom - area.top),
    }));
    for (const [name, value] of colours) put(this.sheet, name, value);
    while (this.sheet.childElementCount > boxes.length) this.sheet.lastElementChild?.remove();
    boxes.forEach(({ layer, ...place }, i) => {
      const box = /** @type {HTMLElement} */ (this.sheet.children[i] ?? this.sheet.appendChild(this.#box()));
      if (box.className !== layer) box.className = layer;
      for (const [name, value] of Object.entries(place)) put(box, name, value);
    });
  }

  #box() {
    return this.article.ownerDocument.createElement("i");
  }

  /** The lines of the strokes, as far as they are seen. @returns {{ layer: string, area: Area }[]} */
  #boxes() {
    const sight = new Sight(this.view);
    return this.#strokes.flatMap(([name, range]) => {
      const areas = [...range.getClientRects()].map((line) => sight.part(range, line));
      return areas.flatMap((area) => (area ? { layer: name.replace("newsgloss-", ""), area } : []));
    });
  }
}

/** Sets a property unless it is set already. @param {HTMLElement} element @param {string} name @param {string} value */
function put(element, name, value) {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

/** Whether anything on a page moves that will come to rest. @param {Document} page */
function animates(page) {
  const moves = (/** @type {Animation} */ { playState, effect }) =>
    playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime);
  return page.getAnimations?.().some(moves) ?? false;
}
