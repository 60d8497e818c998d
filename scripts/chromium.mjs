/**
 * Chromium as the tests and the benches run it.
 */
import { chromium } from "playwright-core";
import { CHROMIUM_SWITCHES, locate } from "./tools.mjs";

/** @param {string[]} switches more than the usual ones */
export function launchChromium(...switches) {
  return chromium.launch({ executablePath: locate("chromium"), args: [...CHROMIUM_SWITCHES, ...switches] });
}
