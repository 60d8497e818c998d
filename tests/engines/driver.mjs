/**
 * A WebDriver: the program that drives a browser, and one session with it.
 */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/**
 * @typedef {object} Session
 * @property {(method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<any>} ask
 *   one command of the session; its answer's value
 * @property {() => Promise<void>} end the browser and its driver
 */

/** What every driver is told: not to wait for pages, which is done here, and to let a script take its time. */
export const PATIENT = { pageLoadStrategy: "none", timeouts: { script: 120_000 } };

/**
 * Starts a driver and, by it, a browser.
 *
 * @param {string[]} command
 * @param {object} capabilities
 * @param {Record<string, string>} [env] what the driver and its browser find in their environment besides
 * @returns {Promise<Session>}
 */
export async function startSession([program, ...args], capabilities, env = {}) {
  const port = await freePort();
  const options = { stdio: /** @type {const} */ ("ignore"), detached: true, env: { ...process.env, ...env } };
  const child = spawn(program, [...args, `--port=${port}`], options);
  const kill = () => end(child);
  process.once("exit", kill);
  const ask = client(`http://127.0.0.1:${port}`);
  await awake(ask, program);
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
  return {
    ask: (method, path, body) => ask(method, `/session/${sessionId}${path}`, body),
    end: async () => {
      await ask("DELETE", `/session/${sessionId}`).catch(() => undefined);
      process.removeListener("exit", kill);
      kill();
    },
  };
}

/** Ends a program with all that it started. @param {import("node:child_process").ChildProcess} child */
function end(child) {
  try {
    if (child.pid && child.exitCode === null) process.kill(-child.pid);
  } catch {
    // It has ended already.
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} base */
function client(base) {
  return async (/** @type {string} */ method, /** @type {string} */ path, body = /** @type {object | undefined} */ (undefined)) => {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(base + path, { method, headers, body: body && JSON.stringify(body) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
}

/** Waits until the driver answers. @param {ReturnType<typeof client>} ask @param {string} program */
async function awake(ask, program) {
  for (let tries = 0; tries < 300; tries++) {
    const { ready } = await ask("GET", "/status").catch(() => ({ ready: false }));
    if (ready) return;
    await wait(100);
  }
  throw new Error(`${program} does not answer`);
}
