/**
 * The part of Playwright's Page that the tests use, over WebDriver.
 */
import { setTimeout as wait } from "node:timers/promises";
import { Locator } from "./locator.mjs";
import { pack, unpack } from "./values.mjs";

/** How long anything may take before it has failed, in milliseconds: a machine may be busy. */
const PATIENCE = 30_000;

/** What is said of a document that goes while it is asked. */
const GONE = /^(no such|javascript error|unknown error)/;

/** Keys as WebDriver writes them. */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/**
 * @typedef {object} Powers what a driver can do besides, each in its own way
 * @property {() => Promise<void>} [requestGC]
 * @property {(media: { media?: "print" | "screen", forcedColors?: "active" | "none" }) => Promise<void>} [emulateMedia]
 */

export class Page {
  /** What the page has said on its console, and errors nobody caught. @type {string[]} */
  log = [];
  /** @type {string} */
  #url = "";

  /** @param {import("./driver.mjs").Session} session @param {Powers} [powers] */
  constructor(session, powers = {}) {
    this.session = session;
    this.powers = powers;
  }

  /**
   * Opens an address. The driver must not wait for it (`pageLoadStrategy: "none"`): WebKit's may wait in vain.
   *
   * @param {string} url
   * @param {{ waitUntil?: "load" | "domcontentloaded" }} [options]
   */
  async goto(url, { waitUntil = "load" } = {}) {
    await this.session.ask("POST", "/url", { url });
    this.#url = url;
    const states = waitUntil === "load" ? ["complete"] : ["interactive", "complete"];
    await this.#arrives(([address, state]) => address === url && states.includes(state));
  }

  async reload() {
    await this.evaluate(() => document.documentElement.setAttribute("data-old", ""));
    await this.session.ask("POST", "/refresh", {});
    await this.#arrives(([, state, old]) => !old && state === "complete");
  }

  /**
   * Waits for another document. Until it is there, the one that goes may take a question with it.
   *
   * @param {(document: [string, string, boolean]) => boolean} is its address, its state, and whether it is the one that goes
   */
  async #arrives(is) {
    const script = "return [location.href, document.readyState, document.querySelector('[data-old]') !== null]";
    const ask = () => this.session.ask("POST", "/execute/sync", { script, args: [] }).catch((error) => {
      if (!GONE.test(error.message)) throw error;
    });
    await until(async () => is((await ask()) ?? ["", "", true]), "another document");
  }

  url() {
    return this.#url;
  }

  /**
   * Runs a function in the page, or an expression, and waits for what it promises.
   *
   * @param {string | ((...args: any[]) => any)} code
   * @param {unknown} [argument]
   * @returns {Promise<any>}
   */
  evaluate(code, argument) {
    return this.run(typeof code === "string" ? `() => (${code})` : String(code), [argument]);
  }

  /**
   * @param {string} code a function
   * @param {unknown[]} values its last arguments
   * @param {object[]} elements its first ones
   */
  async run(code, values, elements = []) {
    const script = `${pack} ${unpack}
      const [json, ...elements] = arguments;
      const done = elements.pop();
      const log = () => window.said?.splice(0) ?? [];
      (async () => (${code})(...elements, ...unpack(json)))().then(
        (value) => done({ json: pack(value), log: log() }),
        (error) => done({ error: String(error) + "\\n" + (error?.stack ?? ""), log: log() }),
      );`;
    const answer = await this.session.ask("POST", "/execute/async", { script, args: [pack(values), ...elements] });
    if (!answer) throw new Error("the page left before it answered");
    this.log.push(...answer.log);
    if (answer.error !== undefined) throw new Error(answer.error);
    return unpack(answer.json);
  }

  /**
   * Elements that a function finds in the page, as references that may be given to others.
   *
   * @param {string} code a function
   * @param {unknown[]} values its arguments; WebKit finds references among them, not within
   * @returns {Promise<object[]>}
   */
  elements(code, values) {
    return this.session.ask("POST", "/execute/sync", { script: `return (${code})(...arguments)`, args: values });
  }

  /** @param {object} element @returns {Promise<string>} its name for assistive technology */
  label(element) {
    return this.session.ask("GET", `/element/${Object.values(element)[0]}/computedlabel`);
  }

  /**
   * Waits until a function gives something true.
   *
   * @param {(argument: any) => unknown} code
   * @param {unknown} [argument]
   */
  async waitForFunction(code, argument) {
    await until(() => this.evaluate(code, argument), String(code));
  }

  /** @param {number} time milliseconds */
  waitForTimeout(time) {
    return wait(time);
  }

  /** @param {RegExp} pattern */
  async waitForURL(pattern) {
    await until(async () => {
      this.#url = await this.session.ask("GET", "/url");
      return pattern.test(this.#url);
    }, String(pattern));
  }

  /** @param {{ media?: "print" | "screen", forcedColors?: "active" | "none" }} media */
  async emulateMedia(media) {
    await this.powers.emulateMedia?.(media);
  }

  async requestGC() {
    await this.powers.requestGC?.();
  }

  /** @param {string} css @param {{ hasText?: string }} [options] */
  locator(css, options) {
    return new Locator(this).locator(css, options);
  }

  /** @param {string} role @param {{ name?: string | RegExp }} [options] */
  getByRole(role, options) {
    return new Locator(this).getByRole(role, options);
  }

  mouse = {
    at: { x: 0, y: 0 },
    /** @param {number} x @param {number} y @param {{ steps?: number }} [options] */
    move: async (x, y, { steps = 1 } = {}) => {
      const { at } = this.mouse;
      const way = Array.from({ length: steps }, (_, i) => (i + 1) / steps);
      await this.#point("mouse", way.map((part) => to(at.x + (x - at.x) * part, at.y + (y - at.y) * part)));
      this.mouse.at = { x, y };
    },
    /** @param {number} x @param {number} y */
    click: async (x, y) => {
      await this.#point("mouse", [to(x, y), DOWN, UP]);
      this.mouse.at = { x, y };
    },
  };

  touchscreen = {
    /** @param {number} x @param {number} y */
    tap: (x, y) => this.#point("touch", [to(x, y), DOWN, UP]),
    /** Draws a finger up or down. @param {number} x @param {number} y @param {number} by */
    draw: (x, y, by) => {
      const way = Array.from({ length: 8 }, (_, i) => ({ ...to(x, y + (by * (i + 1)) / 8), duration: 16 }));
      return this.#point("touch", [to(x, y), DOWN, ...way, UP]);
    },
  };

  /** @param {"mouse" | "touch"} pointerType @param {object[]} actions */
  #point(pointerType, actions) {
    return this.#act({ type: "pointer", id: pointerType, parameters: { pointerType }, actions });
  }

  keyboard = {
    /** @param {string} keys such as `Escape` or `Shift+Tab` */
    press: (keys) => {
      const values = keys.split("+").map((key) => KEYS[/** @type {keyof typeof KEYS} */ (key)] ?? key);
      const down = values.map((value) => ({ type: "keyDown", value }));
      const up = values.reverse().map((value) => ({ type: "keyUp", value }));
      return this.#act({ type: "key", id: "keys", actions: [...down, ...up] });
    },
    /** @param {string} text */
    type: async (text) => {
      for (const letter of text) await this.keyboard.press(letter);
    },
  };

  /** @param {object} source */
  #act(source) {
    return this.session.ask("POST", "/actions", { actions: [source] });
  }
}

const DOWN = { type: "pointerDown", button: 0 };
const UP = { type: "pointerUp", button: 0 };

/** @param {number} x @param {number} y */
function to(x, y) {
  return { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 };
}

/**
 * Asks again and again until the answer is true.
 *
 * @template T
 * @param {() => Promise<T>} ask
 * @param {string} what is waited for
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(ask, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${PATIENCE} ms in vain for ${what}`);
    await wait(40);
  }
}
