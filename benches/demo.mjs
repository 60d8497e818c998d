/**
 * What the benches share: the demonstration, opened in Chromium, and its articles.
 */
import { launchChromium } from "../scripts/chromium.mjs";
import { serve } from "../scripts/serve.mjs";

export const ARTICLES = ["index.html", "tariffs.html", "ceasefire.html", "takeover.html"];

/**
 * Serves the demonstration and starts a browser, for as long as the measuring takes.
 *
 * @param {(browser: import("playwright-core").Browser, url: string) => Promise<void>} measure
 */
export async function onDemo(measure) {
  const server = await serve();
  const browser = await launchChromium();
  try {
    await measure(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {number[]} times */
export function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}
