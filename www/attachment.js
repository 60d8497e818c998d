/**
 * Newsgloss attached to an article: reads it, has it annotated, marks it, and does so again whenever it has changed. What
 * is done gently is done in slices, between which the page answers its reader.
 */
import { Page as Attachment, publishedOn } from "../pkg/newsgloss.js";
import { pause, SLICE } from "./pause.js";

/**
 * @typedef {import("./gloss.js").Page} Page
 * @typedef {import("./gloss.js").Annotations} Annotations
 * @typedef {import("./gloss.js").AttachOptions} AttachOptions
 * @typedef {{ date?: string, threshold?: number }} AnnotateOptions
 */

/**
 * Attaches at once.
 *
 * @param {Element} root
 * @param {(text: string, options: AnnotateOptions) => Annotations} annotate
 * @param {AttachOptions} [options]
 * @returns {Page}
 */
export function attach(root, annotate, options = {}) {
  const follower = new Follower(root, annotate, options);
  follower.readAtOnce(annotate);
  return follower.page;
}

/**
 * Attaches gently.
 *
 * @param {Element} root
 * @param {(text: string, options: AnnotateOptions) => Annotations | Promise<Annotations>} annotate
 * @param {AttachOptions} [options]
 * @returns {Promise<Page>}
 */
export async function attachGently(root, annotate, options = {}) {
  // With the rules of the highlights the browser reckons the styles of the whole page anew, which takes its time.
  await pause();
  const follower = new Follower(root, annotate, options);
  await follower.readGently();
  return follower.page;
}

/** Reads an article, one reading at a time. */
class Follower {
  /** Whether a reading is under way, and whether the page has changed meanwhile. */
  #reads = false;
  #stale = false;
  /** @type {AnnotateOptions | undefined} */
  #settings;

  /**
   * @param {Element} root
   * @param {(text: string, options: AnnotateOptions) => Annotations | Promise<Annotations>} annotate
   * @param {AttachOptions} options
   */
  constructor(root, annotate, options) {
    this.attachment = new Attachment(
      root,
      options,
      () => this.#changed(),
      (/** @type {unknown} */ prints) => this.#moved(prints === true),
      () => boxes(root),
    );
    this.root = root;
    this.annotate = annotate;
    this.options = options;
  }

  /** @returns {Page} */
  get page() {
    return /** @type {Page} */ (/** @type {unknown} */ (this.attachment));
  }

  /** How the text is to be read: what the page says of its day is looked for once, with the first reading. */
  get settings() {
    const { date, threshold } = this.options;
    this.#settings ??= { date: date ?? publishedOn(this.root), threshold };
    return this.#settings;
  }

  /** @param {(text: string, options: AnnotateOptions) => Annotations} annotate */
  readAtOnce(annotate) {
    const { attachment } = this;
    try {
      attachment.read(Number.POSITIVE_INFINITY);
      const text = attachment.unread();
      attachment.take(text === undefined ? undefined : annotate(text, this.settings));
      attachment.plan(false);
      attachment.paint(Number.POSITIVE_INFINITY);
    } catch (error) {
      attachment.detach();
      throw error;
    }
  }

  async readGently() {
    this.#reads = true;
    try {
      await this.#read();
    } catch (error) {
      this.attachment.detach();
      throw error;
    }
    this.#reads = false;
    if (this.#stale) this.#changed();
  }

  /** @returns {Promise<boolean>} whether the text was another than before */
  async #read() {
    const { attachment } = this;
    this.#stale = false;
    await pause();
    while (attachment.read(SLICE)) await pause();
    const text = attachment.unread();
    if (text !== undefined) await pause();
    const annotations = text === undefined ? undefined : await this.annotate(text, this.settings);
    if (text !== undefined) await pause();
    attachment.take(annotations);
    await pause();
    attachment.plan(false);
    while (attachment.paint(SLICE)) await pause();
    await pause();
    return text !== undefined;
  }

  /** Paints what has come near the viewport; all before the page is printed. @param {boolean} prints */
  async #moved(prints) {
    this.attachment.plan(prints);
    while (this.attachment.paint(prints ? Number.POSITIVE_INFINITY : SLICE)) await pause();
  }

  async #changed() {
    this.#stale = true;
    if (this.#reads) return;
    this.#reads = true;
    try {
      while (this.#stale) if (await this.#read()) this.options.changed?.();
    } finally {
      this.#reads = false;
    }
  }
}

/**
 * What draws boxes over an article; loaded only where the browser cannot highlight.
 *
 * @param {Element} article
 * @returns {(strokes?: import("./overlay.js").Stroke[]) => void} draws these in place of all others; nothing more without
 */
function boxes(article) {
  /** @type {import("./overlay.js").Overlay | undefined} */
  let overlay;
  /** @type {import("./overlay.js").Stroke[] | undefined} */
  let wanted;
  let draw = () => {};
  const loaded = import("./overlay.js").then(({ Overlay }) => {
    draw = () => {
      if (!wanted) return overlay?.remove();
      overlay ??= new Overlay(article);
      overlay.show(wanted);
    };
    draw();
  });
  loaded.catch(({ message }) => console.error(`Newsgloss: ${message}`));
  return (strokes) => {
    wanted = strokes;
    draw();
  };
}
