/**
 * Serves the demo as a newsroom would: its pages at `/`, Newsgloss at `/newsgloss/`. On this machine only.
 */
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { main, ROOT } from "./step.mjs";

/** The strictest policy that Newsgloss works under. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/**
 * What is answered in place of a file.
 *
 * @typedef {object} Answer
 * @property {number} [status]
 * @property {string} [type] its Content-Type
 * @property {Record<string, string>} [headers]
 * @property {string | Buffer} [body]
 */

/**
 * Serves folders on the loopback address.
 *
 * @param {object} [options]
 * @param {string} [options.pages] the folder at `/`, relative to the project
 * @param {(path: string) => Answer | undefined} [options.answer] what is in no folder, or stands in place of a file
 * @param {string} [options.policy] a Content-Security-Policy for every answer
 * @param {Record<string, string>} [options.headers] other headers of every answer
 * @param {number} [options.port] 0 for any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} its address, with a slash at the end
 */
export async function serve({ pages = "www", answer, policy, headers = {}, port = 0 } = {}) {
  const setHeaders = (/** @type {import("node:http").ServerResponse} */ response) => {
    response.setHeader("Cache-Control", "no-cache");
    if (policy) response.setHeader("Content-Security-Policy", policy);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  const site = sirv(join(ROOT, pages), { dev: true, setHeaders });
  const dist = sirv(join(ROOT, "dist"), { dev: true, setHeaders });
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end(`${request.url} is not here\n`);
    const inside = request.url?.match(/^\/newsgloss(\/.*)$/);
    const own = answer?.(request.url ?? "");
    if (own) {
      setHeaders(response);
      const { status = 200, type = "text/html; charset=utf-8", headers = {}, body } = own;
      return void response.writeHead(status, { "Content-Type": type, ...headers }).end(body);
    }
    if (!inside) return site(request, response, missing);
    request.url = inside[1];
    dist(request, response, missing);
  });
  await listen(server, port);
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${taken}/`, close: () => close(server) };
}

/** @param {import("node:http").Server} server @param {number} port @returns {Promise<void>} */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

/** @param {import("node:http").Server} server @returns {Promise<void>} */
function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** The port asked for, or the first free one from 8080 on. */
async function demo() {
  const wanted = Number(process.env.PORT);
  for (let port = wanted || 8080; ; port++) {
    try {
      const { url } = await serve({ port });
      return console.log(`Newsgloss: ${url}  (Ctrl+C ends it)`);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== "EADDRINUSE" || port > 8100) throw error;
      if (wanted) return fail(`Port ${port} is taken: set PORT to another, or leave it unset`);
    }
  }
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

await main(import.meta, demo);
