/**
 * Chromium, driven by Playwright.
 */
import { launchChromium } from "../../scripts/chromium.mjs";

/** Letters as they are on every screen, and a heap that can be cleared before it is measured. */
const FLAGS = ["--font-render-hinting=none", "--disable-lcd-text", "--js-flags=--expose-gc"];

/** @type {import("./engines.mjs").Engine} */
export const Chromium = {
  name: "Chromium",
  missing: false,
  cannot: {},
  async start() {
    const browser = await launchChromium(...FLAGS);
    /** @type {import("playwright-core").Page | undefined} */
    let page;
    return {
      version: browser.version(),
      async page(reader) {
        await page?.close();
        page = await browser.newPage(reader);
        return page;
      },
      end: () => browser.close(),
    };
  },
};
