/**
 * Chromium as the tests, the benches and the proof of harmlessness run it.
 */
import { chromium } from "playwright-core";
import { CHROMIUM_SWITCHES, locate } from "./tools.mjs";

/** @param {string[]} switches more than the usual ones */
export function launchChromium(...switches) {
  return chromium.launch({ executablePath: locate("chromium"), args: [...CHROMIUM_SWITCHES, ...switches] });
}

/**
 * One page of a browser, as much of it as every engine offers.
 *
 * @typedef {object} Browser
 * @property {(url: string) => Promise<unknown>} open
 * @property {(code: string) => Promise<any>} run
 * @property {() => Promise<unknown>} end
 *
 * @param {"load" | "domcontentloaded"} waitUntil when a page counts as open
 * @returns {Promise<Browser>}
 */
export async function openChromium(waitUntil) {
  const browser = await launchChromium();
  const page = await browser.newPage({ reducedMotion: "reduce" });
  return {
    open: (url) => page.goto(url, { waitUntil }),
    run: (code) => page.evaluate(code),
    end: () => browser.close(),
  };
}
