/**
 * `<news-gloss>`: one article under Newsgloss. Small, since every page loads it; the work is in `session.js`.
 *
 * Attributes: `for` (a selector; without it the article is found on the page), `kinds` (of `person nation deal
 * organization place`), `density` (`all`, `section`, `first`), `date` (YYYY-MM-DD), `lang` (of the cards), `threshold`
 * (0 to 1), `base`, `knowledge`, `newsroom` (address of its own pack), `theme` (`light`, `dark`), `position` (of the
 * index button), `off`.
 *
 * Events, bubbling and composed: `newsgloss-ready`, `newsgloss-open`, `newsgloss-close`, `newsgloss-error`.
 */

/** Attributes after whose change the article is read anew. */
const READ_ANEW = ["for", "kinds", "density", "date", "lang", "threshold", "base", "knowledge", "newsroom", "off"];

export class NewsGloss extends HTMLElement {
  /** Where the module's other files lie; set by the module that defines the element. */
  static home = "";

  static observedAttributes = [...READ_ANEW, "theme", "position"];

  /** @type {AbortController | undefined} ends the work under way */
  #running;
  /** @type {import("./session.js").Session | undefined} */
  #session;

  /** @returns {import("./model.js").Annotations | undefined} what was found, once ready */
  get annotations() {
    return this.#session?.page.annotations;
  }

  /** @returns {import("./gloss.js").Page | undefined} the article, once ready */
  get page() {
    return this.#session?.page;
  }

  connectedCallback() {
    this.restart();
  }

  disconnectedCallback() {
    this.#stop();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (!READ_ANEW.includes(name)) this.#session?.dress();
    else if (this.#running) this.restart();
  }

  #stop() {
    this.#running?.abort();
    this.#running = undefined;
    this.#session?.end();
    this.#session = undefined;
  }

  /** Starts anew once the page is idle; several changes in a row start it once. */
  async restart() {
    this.#stop();
    const running = new AbortController();
    this.#running = running;
    if (this.hasAttribute("off")) return;
    try {
      await idle();
      if (running.signal.aborted) return;
      const { begin } = await import("./session.js").catch((error) => {
        throw new Error(
          `a part of Newsgloss cannot be loaded (${error.message}): check parts/ and the import map's hashes`,
        );
      });
      const session = await begin(this, NewsGloss.home, running.signal);
      if (running.signal.aborted) return session?.end();
      this.#session = session;
      this.emit("ready", { annotations: this.annotations });
    } catch (error) {
      if (!running.signal.aborted) this.fail(error);
    }
  }

  /**
   * Tells the page that something failed: once on the console and once as an event.
   *
   * @param {unknown} error
   */
  fail(error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`Newsgloss: ${message}`);
    this.emit("error", { message, error });
  }

  /**
   * @param {"ready" | "open" | "close" | "error"} name
   * @param {object} detail
   */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`newsgloss-${name}`, { bubbles: true, composed: true, detail }));
  }
}

/**
 * Where the browser does not say so (WebKit), a timer that comes in time does.
 *
 * @returns {Promise<void>} when the browser has nothing better to do, after a second at the latest
 */
function idle(end = performance.now() + 1000) {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) return requestIdleCallback(() => resolve(), { timeout: 1000 });
    const start = performance.now();
    setTimeout(() => {
      const now = performance.now();
      resolve(now - start > 30 && now < end ? idle(end) : undefined);
    }, 16);
  });
}
