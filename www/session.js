/**
 * One article at work: loads the annotator, attaches it, and joins pointer, card and index. Owns all it adds.
 */
import { awaitArticle, missing } from "./article.js";
import { attachGently } from "./attachment.js";
import { shadow } from "./dom.js";
import { startEngine } from "./engine.js";
import { Model } from "./model.js";
import { NewsGlossCard } from "./news-gloss-card.js";
import { NewsGlossIndex } from "./news-gloss-index.js";
import { onceAFrame, pause } from "./pause.js";
import { nearest } from "./place.js";
import { watchPointer } from "./pointer.js";
import { hiddenKinds, hideKinds } from "./reader.js";
import { wear } from "./theme.js";
import { loadWords } from "./words.js";

/** Viewports narrower than this, in pixels, show cards as sheets. */
const NARROW = 480;

/** Everything that can be marked. */
const KINDS = ["person", "nation", "deal", "organization", "place"];

/** Milliseconds without an article before that is said. */
const PATIENCE = 2000;

for (const [name, element] of Object.entries({
  "news-gloss-card": NewsGlossCard,
  "news-gloss-index": NewsGlossIndex,
})) {
  if (!customElements.get(name)) customElements.define(name, element);
}

/**
 * @typedef {import("./news-gloss.js").NewsGloss} NewsGloss
 * @typedef {import("./gloss.js").Page} Page
 *
 * @typedef {object} Session
 * @property {Page} page
 * @property {() => void} dress passes on how the newsroom wants it to look
 * @property {() => void} end
 */

/** Elements that have had an article: a page may well take it away. @type {WeakSet<NewsGloss>} */
const served = new WeakSet();

/**
 * Waits for the article as long as it takes; after a while without one, says so once.
 *
 * @param {NewsGloss} host
 * @param {string} home
 * @param {AbortSignal} signal
 * @returns {Promise<Session>}
 */
export async function begin(host, home, signal) {
  const base = host.getAttribute("base") ?? home;
  const address = (/** @type {string} */ name) => host.getAttribute(name) ?? undefined;
  const files = { base, knowledge: address("knowledge"), newsroom: address("newsroom") };
  const [engine, words] = await Promise.all([startEngine(files), loadWords(language(host))]);
  const selector = host.getAttribute("for");
  const complain = () => served.has(host) || host.fail(new Error(missing(selector)));
  const complaint = setTimeout(complain, PATIENCE);
  signal.addEventListener("abort", () => clearTimeout(complaint));
  const article = await awaitArticle(selector, signal);
  clearTimeout(complaint);
  served.add(host);
  const { lang = "" } = /** @type {HTMLElement | null} */ (article.closest("[lang]:not([lang=''])")) ?? {};
  if (lang && !/^en\b/i.test(lang))
    throw new Error(`the article is in another language (${lang}): only English is read`);
  /** @type {ArticleSession | undefined} */
  let session;
  const changed = () => session?.changed();
  const framed = article.ownerDocument !== document;
  const sift = framed || !selector;
  const page = await attachGently(article, engine.annotate, { ...options(host), sift, changed });
  try {
    const view = framed ? (await import("./frame.js")).throughFrame(page, article) : onPage(page);
    session = new ArticleSession(host, view, article, { home: new URL(base, document.baseURI).href, words });
    await pause();
    session.start();
  } catch (error) {
    page.detach();
    throw error;
  }
  return session;
}

/**
 * An article as it is seen on this page, with all places in its viewport.
 *
 * @typedef {object} View
 * @property {Page} page
 * @property {Document[]} documents in which the reader's hand is followed
 * @property {(event: MouseEvent) => { x: number, y: number }} point where something happened
 * @property {HTMLIFrameElement} [frame] whose document may be another one after it has loaded
 *
 * @param {Page} page
 * @returns {View} that of an article on this page itself
 */
function onPage(page) {
  return { page, documents: [document], point: ({ clientX: x, clientY: y }) => ({ x, y }) };
}

/** The language of the cards: what the newsroom says, or the reader's own for `auto`, or that of the page. @param {NewsGloss} host */
function language(host) {
  const asked = host.getAttribute("lang");
  return (asked === "auto" ? navigator.language : asked) || document.documentElement.lang || "en";
}

/** @implements {Session} */
class ArticleSession {
  /**
   * @param {NewsGloss} host
   * @param {View} view
   * @param {Element} article
   * @param {{ home: string, words: import("./words.js").Words }} dress
   */
  constructor(host, view, article, { home, words }) {
    this.host = host;
    this.words = words;
    this.home = home.endsWith("/") ? home : `${home}/`;
    this.article = article;
    this.view = view;
    this.page = view.page;
    this.ended = new AbortController();
    this.departure = new MutationObserver(() => this.#departed());
    this.card = new NewsGlossCard();
    this.index = new NewsGlossIndex();
    this.root = host.shadowRoot ?? shadow(host, ":host { display: contents; }");
    this.root.append(this.index, this.card);
    this.dress();
  }

  start() {
    this.#show();
    this.#listen();
    this.#departed();
  }

  end() {
    this.close();
    this.ended.abort();
    this.departure.disconnect();
    this.page.detach();
    this.card.remove();
    this.index.remove();
  }

  dress() {
    const theme = this.host.getAttribute("theme");
    const position = this.host.getAttribute("position");
    const { language, direction } = this.words;
    for (const element of [this.card, this.index]) {
      for (const [name, value] of Object.entries({ position, lang: language, dir: direction })) {
        if (value == null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
      wear(element, theme).catch((error) => this.host.fail(error));
    }
  }

  #show() {
    const { home, words } = this;
    this.index.show(this.page.annotations, this.page.text, { words, home, hidden: hiddenKinds() });
  }

  /** Marks all but these kinds, here and in later articles. @param {string[]} hidden */
  #hide(hidden) {
    hideKinds(hidden);
    this.page.show(options(this.host));
  }

  /** The page has changed and was read again. */
  changed() {
    this.#show();
    this.card.refresh(this.page.annotations, this.page.text);
    this.host.emit("ready", { annotations: this.page.annotations });
  }

  /** Looks for the next article when the page has taken this one away, or its frame shows another document. */
  #departed() {
    const { isConnected, ownerDocument } = this.article;
    const { frame } = this.view;
    if (!isConnected || (frame && frame.contentDocument !== ownerDocument)) this.host.restart();
  }

  #listen() {
    const { signal } = this.ended;
    const { documents, frame, point } = this.view;
    frame?.addEventListener("load", () => this.#departed(), { signal });
    const hands = {
      at: (/** @type {number} */ x, /** @type {number} */ y) => this.page.at(x, y),
      open: this.#openAt.bind(this),
      close: () => this.close(),
      card: this.card,
      documents,
      point,
    };
    this.pointer = watchPointer(hands, signal);
    /** What an element tells, as the detail of its event. @param {HTMLElement} element @param {string} name */
    const on = (element, name, /** @type {(detail: any) => void} */ act) =>
      element.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail), { signal });
    on(this.card, "dismiss", () => this.dismiss());
    on(this.card, "jump", (passage) => this.#jump(passage));
    on(this.index, "jump", (mention) => this.page.reveal(mention));
    on(this.index, "choose", (choice) => this.#choose(choice));
    on(this.index, "hide", (kinds) => this.#hide(kinds));
    on(this.index, "fail", (error) => this.host.fail(error));
    const follow = onceAFrame(() => this.card.follow());
    for (const page of documents) {
      this.departure.observe(page, { childList: true, subtree: true });
      page.addEventListener("keydown", (event) => this.#key(event), { signal, capture: true });
      page.addEventListener("pointerdown", (event) => this.#pressedOutside(event), { signal, capture: true });
      page.addEventListener("scroll", follow, { signal, capture: true, passive: true });
      page.defaultView?.addEventListener("resize", follow, { signal });
    }
  }

  /**
   * @param {import("./pointer.js").AnyMention} mention
   * @param {{ x: number, y: number, touch: boolean }} point
   */
  #openAt(mention, { x, y, touch }) {
    this.page.activate(mention);
    const beside = () => nearest(this.page.rects(mention), x, y);
    this.#open(Model.subject(mention), beside, touch);
  }

  /** @param {import("./model.js").Subject} subject @param {() => DOMRect} beside @param {boolean} touch */
  #open(subject, beside, touch) {
    const sheet = touch || window.innerWidth < NARROW;
    const { annotations, text } = this.page;
    const { home, words } = this;
    const seen = this.card.show({ annotations, text, subject, words, home, beside, sheet });
    const { kind, index } = subject;
    const { id } = kind === "deal" ? annotations.deals[index] : annotations.entities[index];
    this.host.emit("open", { ...subject, id });
    return seen;
  }

  /** @param {{ subject: import("./model.js").Subject, row: HTMLElement }} choice a row of the index was opened */
  async #choose({ subject, row }) {
    this.returnTo = row;
    await this.#open(subject, () => row.getBoundingClientRect(), false);
    this.card.focus({ preventScroll: true });
  }

  /** Goes to a place in the article; the card comes along, a sheet makes way. @param {import("./model.js").Passage} passage */
  #jump(passage) {
    if (this.card.hasAttribute("sheet")) this.close();
    this.page.reveal(passage);
    this.card.follow(() => this.page.rects(passage)[0]);
  }

  close() {
    if (!this.card.open) return;
    this.card.hide();
    this.page.activate();
    this.host.emit("close", {});
  }

  /** Closes by hand: the focus goes back to where it came from. */
  dismiss() {
    const focused = this.root.activeElement === this.card;
    this.pointer?.closed();
    this.close();
    if (focused) this.returnTo?.focus({ preventScroll: true });
    this.returnTo = undefined;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    if (this.card.open) this.dismiss();
    else this.index.collapse();
  }

  /** @param {PointerEvent} event */
  #pressedOutside(event) {
    const path = event.composedPath();
    if (!path.includes(this.card) && !path.includes(this.index)) this.close();
  }
}

/** @param {NewsGloss} host @returns {import("./gloss.js").AttachOptions} */
function options(host) {
  const attribute = (/** @type {string} */ name) => host.getAttribute(name) ?? undefined;
  const threshold = Number.parseFloat(attribute("threshold") ?? "");
  const density = attribute("density");
  const wanted = attribute("kinds")?.match(/[^\s,]+/g) ?? KINDS;
  const hidden = hiddenKinds();
  return {
    date: attribute("date"),
    kinds: wanted.filter((kind) => !hidden.includes(kind)),
    density: density === "section" || density === "first" ? density : "all",
    threshold: threshold >= 0 && threshold <= 1 ? threshold : undefined,
  };
}
