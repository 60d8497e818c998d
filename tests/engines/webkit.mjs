/**
 * WebKitGTK, driven by WebKitWebDriver, in the small browser that comes with it. What differs from reader to reader
 * stands in the settings of GTK, which are read at the start: another reader is another start.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { locate } from "../../scripts/tools.mjs";
import { PATIENT, startSession } from "./driver.mjs";
import { Page, until } from "./page.mjs";

const [driver, display] = [locate("webkitdriver"), locate("xvfb")];
const binary = miniBrowser();

/** Buttons and address of the browser, so small that a window may be as narrow as a phone. */
const NARROW = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.1); }";

/** @type {import("./engines.mjs").Engine} */
export const WebKit = {
  name: "WebKit",
  missing: driver && display && binary ? false : "WebKitGTK, its driver or Xvfb is not installed",
  cannot: {
    cache: "it keeps no files from one page to the next",
    devtools: "it is measured by the developer tools of Chromium",
    drag: "its driver makes a mouse of every finger",
    forcedColors: "WebKit has no forced colours",
    garbage: "its driver collects no garbage",
    locale: "its language is that of the machine",
    pictures: "the pictures are of Chromium",
    print: "its driver shows no page as it is printed",
    shifts: "Chromium alone tells of layout shifts",
    touch: "its driver makes a mouse of every finger",
  },
  async start() {
    const screen = await startScreen();
    /** @type {import("./driver.mjs").Session | undefined} */
    let session;
    let settings = "";
    const started = async (/** @type {import("./engines.mjs").Reader} */ { colorScheme, reducedMotion }) => {
      const wanted = `${colorScheme} ${reducedMotion}`;
      if (session && wanted === settings && (await lives(session))) return session;
      await session?.end();
      settings = wanted;
      session = await startMiniBrowser(screen, colorScheme === "dark", reducedMotion === "reduce");
      return session;
    };
    return {
      async page(reader = {}) {
        const page = new Page(await started(reader));
        await resize(page, reader.viewport ?? { width: 1280, height: 720 });
        return page;
      },
      async end() {
        await session?.end();
        screen.end();
      },
    };
  },
};

/** @returns {string | undefined} where WebKitGTK has its small browser */
function miniBrowser() {
  const folders = existsSync("/usr/lib") ? readdirSync("/usr/lib") : [];
  return folders.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`).find((path) => existsSync(path));
}

/** A screen that nobody sees, and a folder for settings. */
async function startScreen() {
  const args = ["-displayfd", "3", "-screen", "0", "1600x1600x24", "-nolisten", "tcp"];
  const child = spawn(display ?? "", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const folder = mkdtempSync(join(tmpdir(), "newsgloss-webkit-"));
  const end = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  /** @type {string} */
  const number = await new Promise((resolve) => child.stdio[3]?.once("data", (bytes) => resolve(String(bytes).trim())));
  return { name: `:${number}`, folder, end };
}

/** Whether a page is there, and has not taken the browser with it. @param {import("./driver.mjs").Session} session */
function lives(session) {
  return session.ask("GET", "/url").then(() => true, () => false);
}

/** @param {{ name: string, folder: string }} screen @param {boolean} dark @param {boolean} still */
function startMiniBrowser({ name, folder }, dark, still) {
  const gtk = join(folder, "gtk-3.0");
  mkdirSync(gtk, { recursive: true });
  writeFileSync(join(gtk, "gtk.css"), NARROW);
  writeFileSync(join(gtk, "settings.ini"), `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`);
  const options = { binary, args: ["--automation"] };
  const capabilities = { ...PATIENT, "webkitgtk:browserOptions": options };
  const env = { DISPLAY: name, XDG_CONFIG_HOME: folder, GTK_THEME: dark ? "Adwaita:dark" : "Adwaita" };
  return startSession([driver ?? ""], capabilities, env);
}

/** @param {Page} page @param {{ width: number, height: number }} viewport */
async function resize(page, { width, height }) {
  const inner = () => page.evaluate(() => [innerWidth, innerHeight]);
  let [more, higher] = [0, 0];
  await until(async () => {
    await page.session.ask("POST", "/window/rect", { width: width + more, height: height + higher });
    await page.waitForTimeout(50);
    const [w, h] = await inner();
    [more, higher] = [more + width - w, higher + height - h];
    return w === width && h === height;
  }, `a window of ${width} by ${height}`);
}
