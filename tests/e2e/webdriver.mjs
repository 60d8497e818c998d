/**
 * As much of WebDriver as the tests of other engines need.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { locate } from "../../scripts/tools.mjs";

const WEBKIT = "/usr/bin/WebKitWebDriver";
const MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

const XVFB = "/usr/bin/xvfb-run";

/** The other engines; `skip` says why one cannot be tested here. */
export const ENGINES = [
  {
    name: "Firefox",
    driver: [locate("geckodriver") ?? []].flat(),
    capabilities: { "moz:firefoxOptions": { args: ["-headless"], binary: locate("firefox"), prefs: { "ui.prefersReducedMotion": 1 } } },
  },
  {
    name: "WebKit",
    driver: webkitDriver(),
    capabilities: { "webkitgtk:browserOptions": { binary: MINI_BROWSER, args: ["--automation"] } },
  },
].map((engine) => {
  const missing = `${engine.name} or its driver is not installed, or there is no display`;
  return { ...engine, skip: engine.driver.length > 0 ? false : missing };
});

/** WebKitGTK draws only on a display: its own, or a virtual one. @returns {string[]} none where something is missing */
function webkitDriver() {
  if (!existsSync(WEBKIT) || !existsSync(MINI_BROWSER)) return [];
  if (process.env.DISPLAY) return [WEBKIT];
  return existsSync(XVFB) ? [XVFB, "-a", WEBKIT] : [];
}

/**
 * Starts a driver and a browser.
 *
 * @param {string[]} command the driver
 * @param {object} capabilities
 * @returns {Promise<{ open: (url: string) => Promise<void>, run: (code: string) => Promise<any>, move: (x: number, y: number) => Promise<void>, key: (key: string) => Promise<void>, end: () => Promise<void> }>}
 */
export async function drive([program, ...args], capabilities) {
  const port = 20000 + Math.floor(Math.random() * 20000);
  const child = spawn(program, [...args, `--port=${port}`], { stdio: "ignore", detached: true });
  const ask = client(`http://127.0.0.1:${port}`);
  await awake(ask);
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
  const session = `/session/${sessionId}`;
  const actions = (/** @type {object} */ source) => ask("POST", `${session}/actions`, { actions: [source] });
  return {
    open: (url) => ask("POST", `${session}/url`, { url }),
    run: (code) => ask("POST", `${session}/execute/sync`, { script: `return (${code})`, args: [] }),
    move: (x, y) =>
      actions({ type: "pointer", id: "mouse", actions: [{ type: "pointerMove", x: Math.round(x), y: Math.round(y) }] }),
    key: (value) =>
      actions({ type: "key", id: "keys", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] }),
    end: async () => {
      await ask("DELETE", session).catch(() => undefined);
      // The driver and what it started: a display, a browser.
      process.kill(-(child.pid ?? 0));
    },
  };
}

/** @param {string} base */
function client(base) {
  return async (/** @type {string} */ method, /** @type {string} */ path, body = /** @type {object | undefined} */ (undefined)) => {
    const response = await fetch(base + path, {
      method,
      headers: { "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/** @param {ReturnType<typeof client>} ask */
async function awake(ask) {
  for (let tries = 0; ; tries++) {
    try {
      return await ask("GET", "/status");
    } catch (error) {
      if (tries > 50) throw error;
      await wait(100);
    }
  }
}
