/**
 * Firefox, driven by geckodriver. It is started once: what differs from reader to reader is set while it runs, in its
 * own settings, which geckodriver reaches in the context that it calls chrome.
 */
import { locate } from "../../scripts/tools.mjs";
import { PATIENT, startSession } from "./driver.mjs";
import { Page } from "./page.mjs";

/** A pointer that is exact and rests: what pages ask for by `hover` and `pointer`. */
const MOUSE = 6;

const [driver, binary] = [locate("geckodriver"), locate("firefox")];

/** @type {import("./engines.mjs").Engine} */
export const Firefox = {
  name: "Firefox",
  missing: driver && binary ? false : "Firefox or geckodriver is not installed",
  cannot: {
    devtools: "it is measured by the developer tools of Chromium",
    drag: "the fingers of its driver scroll nothing",
    pictures: "the pictures are of Chromium",
    shifts: "Chromium alone tells of layout shifts",
  },
  async start() {
    const options = { binary, args: ["-headless"], prefs: { "ui.primaryPointerCapabilities": MOUSE, "ui.allPointerCapabilities": MOUSE } };
    const capabilities = { ...PATIENT, "moz:firefoxOptions": options };
    const session = await startSession([driver ?? "", "--allow-system-access", "--websocket-port=0"], capabilities);
    const inside = (/** @type {Function} */ code, /** @type {unknown} */ value) => inChrome(session, code, value);
    const powers = {
      requestGC: () => inside(collectGarbage, null),
      emulateMedia: (/** @type {object} */ media) => inside(setMedia, media),
    };
    return {
      async page(reader = {}) {
        const page = new Page(session, powers);
        await inside(setReader, reader);
        return page;
      },
      end: session.end,
    };
  },
};

/**
 * Runs a function in the context of the browser itself.
 *
 * @param {import("./driver.mjs").Session} session
 * @param {Function} code
 * @param {unknown} value its argument
 */
async function inChrome(session, code, value) {
  await session.ask("POST", "/moz/context", { context: "chrome" });
  try {
    await session.ask("POST", "/execute/sync", { script: `(${code})(arguments[0])`, args: [value] });
  } finally {
    await session.ask("POST", "/moz/context", { context: "content" });
  }
}

/**
 * One reader's settings, in the browser; what is not set is as after the start.
 *
 * @param {import("./engines.mjs").Reader} reader
 */
function setReader({ colorScheme, forcedColors, locale, reducedMotion, viewport }) {
  const { Services, gBrowser } = /** @type {any} */ (globalThis);
  const { width, height } = viewport ?? { width: 1280, height: 720 };
  const { prefs } = Services;
  prefs.setIntPref("layout.css.prefers-color-scheme.content-override", colorScheme === "dark" ? 0 : 1);
  prefs.setIntPref("ui.prefersReducedMotion", reducedMotion === "reduce" ? 1 : 0);
  prefs.setIntPref("browser.display.document_color_use", forcedColors === "active" ? 2 : 1);
  prefs.setStringPref("intl.accept_languages", locale ?? "en-US");
  const { style } = gBrowser.selectedBrowser;
  [style.width, style.height] = [`${width}px`, `${height}px`];
}

/**
 * The page as it is printed or seen, and in whose colours; in the browser.
 *
 * @param {{ media?: "print" | "screen", forcedColors?: "active" | "none" }} media
 */
function setMedia({ media, forcedColors }) {
  const { Services, gBrowser } = /** @type {any} */ (globalThis);
  if (media) gBrowser.selectedBrowser.browsingContext.mediumOverride = media === "print" ? media : "";
  if (forcedColors) Services.prefs.setIntPref("browser.display.document_color_use", forcedColors === "active" ? 2 : 1);
}

/** In the browser. */
function collectGarbage() {
  const { Cu } = /** @type {any} */ (globalThis);
  Cu.forceGC();
  Cu.forceCC();
}
