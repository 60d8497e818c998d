/**
 * The engines that pages are tested in. `ENGINE=Firefox` picks one; Chromium is the usual one.
 */
import { Failure } from "../../scripts/step.mjs";
import { Chromium } from "./chromium.mjs";
import { Firefox } from "./firefox.mjs";
import { WebKit } from "./webkit.mjs";

/**
 * @typedef {"cache" | "devtools" | "drag" | "forcedColors" | "garbage" | "locale" | "pictures" | "print" | "shifts" |
 *   "touch"} Power what a test may ask of an engine and its driver
 *
 * @typedef {Pick<import("playwright-core").BrowserContextOptions, "colorScheme" | "deviceScaleFactor" | "forcedColors" |
 *   "hasTouch" | "isMobile" | "locale" | "reducedMotion" | "viewport">} Reader what a reader has set, and what the
 *   screen is like; as Playwright has it
 *
 * @typedef {object} Browser
 * @property {string} [version] of the browser, where pictures depend on it
 * @property {(reader?: Reader) => Promise<any>} page a page, in place of the one before: Playwright's, or as much of it
 *   as the tests use
 * @property {() => Promise<void>} end
 *
 * @typedef {object} Engine
 * @property {string} name
 * @property {string | false} missing why it cannot run here
 * @property {Partial<Record<Power, string>>} cannot what its driver cannot do, and why
 * @property {() => Promise<Browser>} start
 */

/** @type {Engine[]} */
export const ENGINES = [Chromium, Firefox, WebKit];

/** The one that this run is in. */
export const ENGINE = engine(process.env.ENGINE ?? "Chromium");

/** @param {string} name @returns {Engine} */
export function engine(name) {
  const found = ENGINES.find((engine) => engine.name === name);
  const names = ENGINES.map(({ name }) => name).join(", ");
  if (!found) throw new Failure(`no engine is called ${name}: name one of ${names}`);
  return found;
}
