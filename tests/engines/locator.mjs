/**
 * The part of Playwright's Locator that the tests use, over WebDriver. Names are those that the engine itself computes
 * for assistive technology.
 */
import { change, chooseFile, reach, within } from "./in-page.mjs";
import { until } from "./page.mjs";

/** Elements that have a role, as far as cards, index and demonstration use them. */
const ROLES = {
  button: "button",
  checkbox: "input[type=checkbox]",
  combobox: "select",
  img: "[role=img]",
  listitem: "li",
  searchbox: "input[type=search]",
  status: "[role=status]",
  tab: "[role=tab]",
  table: "table",
};

/**
 * @typedef {import("./in-page.mjs").Where & { name?: string | RegExp, nth?: number }} Step from some elements to others
 *   inside of them: those with this name or a part of it, and of those one alone
 */

export class Locator {
  /** @param {import("./page.mjs").Page} page @param {Step[]} [steps] */
  constructor(page, steps = []) {
    this.page = page;
    this.steps = steps;
  }

  /** @param {Step} step */
  #then(step) {
    return new Locator(this.page, [...this.steps, step]);
  }

  /** @param {string} css @param {{ hasText?: string }} [options] */
  locator(css, { hasText } = {}) {
    return this.#then({ css, text: hasText });
  }

  /** @param {string} role @param {{ name?: string | RegExp }} [options] */
  getByRole(role, { name } = {}) {
    return this.#then({ css: ROLES[/** @type {keyof typeof ROLES} */ (role)], seen: true, name });
  }

  /** @param {string} text */
  getByText(text) {
    return this.#then({ css: "*", text, whole: true });
  }

  first() {
    return this.#then({ css: "", nth: 0 });
  }

  last() {
    return this.#then({ css: "", nth: -1 });
  }

  async all() {
    const { length } = await this.#elements();
    return Array.from({ length }, (_, nth) => this.#then({ css: "", nth }));
  }

  async count() {
    return (await this.#elements()).length;
  }

  /** @returns {Promise<Element[]>} none where one is gone while it is looked at */
  async #elements() {
    try {
      return await this.#found();
    } catch (error) {
      if (/^(stale element|no such element)/.test(String(/** @type {Error} */ (error).message))) return [];
      throw error;
    }
  }

  /** @returns {Promise<Element[]>} */
  async #found() {
    /** @type {Element[] | undefined} */
    let scopes;
    for (const step of this.steps) {
      if (step.nth !== undefined) {
        const one = scopes?.at(step.nth);
        if (!one) return [];
        scopes = [one];
        continue;
      }
      const { name, ...where } = step;
      const found = /** @type {Element[]} */ (await this.page.elements(String(within), [where, ...(scopes ?? [])]));
      if (found.length === 0) return [];
      scopes = name === undefined ? found : await this.#named(found, name);
    }
    return scopes ?? [];
  }

  /** @param {Element[]} elements @param {string | RegExp} name */
  async #named(elements, name) {
    const fits = (/** @type {string} */ label) =>
      typeof name === "string" ? label.toLowerCase().includes(name.toLowerCase()) : name.test(label);
    const found = [];
    for (const element of elements) {
      const label = await this.page.label(element);
      if (fits(label.replace(/\s+/g, " ").trim())) found.push(element);
    }
    return found;
  }

  /** The one element; waits for it. */
  async #one() {
    const what = JSON.stringify(this.steps);
    const some = async () => {
      const elements = await this.#elements();
      return elements.length > 0 ? elements : undefined;
    };
    const [element, another] = await until(some, what);
    if (another) throw new Error(`more than one element is ${what}`);
    return element;
  }

  /** @param {(element: any, argument: any) => unknown} code @param {unknown} [argument] */
  async evaluate(code, argument) {
    for (let tries = 0; ; tries++) {
      try {
        return await this.page.run(String(code), [argument], [await this.#one()]);
      } catch (error) {
        // The page has put another in its place meanwhile.
        if (tries === 5 || !/^stale element/.test(String(/** @type {Error} */ (error).message))) throw error;
      }
    }
  }

  /** Waits until it is seen. */
  async waitFor() {
    await until(() => this.evaluate((element) => element.checkVisibility()), JSON.stringify(this.steps));
  }

  /** @returns {Promise<{ x: number, y: number }>} */
  #reached() {
    return until(() => this.evaluate(reach), `a way to ${JSON.stringify(this.steps)}`);
  }

  /** Clicks as a hand does: in the middle, once it rests there and nothing lies over it. */
  async click() {
    const { x, y } = await this.#reached();
    await this.page.mouse.click(x, y);
  }

  async hover() {
    const { x, y } = await this.#reached();
    await this.page.mouse.move(x, y);
  }

  async uncheck() {
    if (await this.evaluate((element) => element.checked)) await this.click();
  }

  /** @param {object} [options] of focus() */
  async focus(options) {
    await this.evaluate((element, options) => element.focus(options), options);
  }

  /** @param {string} keys */
  async press(keys) {
    await this.focus();
    await this.page.keyboard.press(keys);
  }

  /** @param {string} value */
  async fill(value) {
    await this.focus();
    await this.evaluate(change, value);
  }

  /** @param {string} value */
  async selectOption(value) {
    await this.evaluate(change, value);
  }

  /** @param {{ name: string, mimeType: string, buffer: Buffer }} file */
  async setInputFiles({ name, mimeType, buffer }) {
    await this.evaluate(chooseFile, { name, type: mimeType, text: buffer.toString("utf8") });
  }

  /** @returns {Promise<string>} */
  textContent() {
    return this.evaluate((element) => element.textContent);
  }

  async allTextContents() {
    return this.page.run("(...elements) => elements.map(({ textContent }) => textContent)", [], await this.#elements());
  }

  async allInnerTexts() {
    return this.page.run("(...elements) => elements.map(({ innerText }) => innerText)", [], await this.#elements());
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.evaluate((element, name) => element.getAttribute(name), name);
  }

  /** @returns {Promise<{ x: number, y: number, width: number, height: number } | null>} none where nothing is drawn */
  boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.checkVisibility() ? { x, y, width, height } : null;
    });
  }
}
