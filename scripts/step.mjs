/**
 * Steps: one line each, with its time. A step that fails ends with one line that says what to do.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const live = process.stdout.isTTY && !process.env.CI;

/** What went wrong, what to do about it, and the last lines of what was printed. */
export class Failure extends Error {
  /** @param {string} message @param {string} [output] */
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

/**
 * Runs a program to its end and returns what it printed.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ help?: string, env?: Record<string, string>, minutes?: number, onLine?: (line: string) => void }} [options]
 *   `help` is the line shown when it fails; past `minutes` it is ended, with all it started
 * @returns {Promise<string>}
 */
export function run(program, args, { help, env = {}, minutes = 30, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const line = output.trimEnd().split("\n").pop() ?? "";
      if (/\w/.test(line)) (onLine ?? progress)(line.trim());
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    const stop = () => endGroup(child.pid);
    const timer = setTimeout(stop, minutes * 60_000);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
    child.on("error", (error) => reject(new Failure(help ?? `${program} cannot be run: ${error.message}`)));
    child.on("exit", stop); // A browser that outlives its driver would hold the pipes open.
    child.on("close", (code, killer) => {
      clearTimeout(timer);
      for (const signal of ["SIGINT", "SIGTERM"]) process.removeListener(signal, stop);
      const ending = killer ? `was ended after ${minutes} minutes` : `failed with status ${code}`;
      if (code === 0) resolve(output);
      else reject(new Failure(help ?? `${program} ${args[0] ?? ""} ${ending}: see the lines above`, output));
    });
  });
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/**
 * What a program prints, or nothing where it is missing or fails.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<string | undefined>}
 */
export async function ask(program, ...args) {
  try {
    return (await run(program, args, { onLine() {} })).trim();
  } catch {
    return undefined;
  }
}

let line = "";
const progress = (/** @type {string} */ text) => {
  line = text;
};

/**
 * Does a piece of work under one line of progress.
 *
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @param {(result: T) => string} [note] what to show behind the time; by default the result, if it is a word
 * @returns {Promise<T>}
 */
export async function step(title, work, note = asWord) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  line = "";
  const ticker = setInterval(() => show(title, seconds(), line), live ? 200 : 60_000);
  try {
    const result = await work();
    finish("✓", title, seconds(), note(result));
    return result;
  } catch (error) {
    finish("✗", title, seconds());
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/** @param {unknown} result */
function asWord(result) {
  return typeof result === "string" && /^\w+$/.test(result) ? result : "";
}

/** @param {string} title @param {string} time @param {string} detail */
function show(title, time, detail) {
  const text = `… ${title}  ${time}  ${detail}`;
  if (live) process.stdout.write(`\r\x1b[2K${text.slice(0, process.stdout.columns - 1)}`);
  else console.log(text.trimEnd());
}

/** @param {string} mark @param {string} title @param {string} time @param {string} [note] */
function finish(mark, title, time, note = "") {
  if (live) process.stdout.write("\r\x1b[2K");
  console.log(`${mark} ${title}  ${time}${note && `  ${note}`}`);
}

/**
 * Does the work only if something has changed since it last succeeded: an input, its settings, or a missing output.
 *
 * @param {string} name of the stamp, unique in the project
 * @param {{ inputs: string[], settings?: unknown, outputs: string[] }} what files or folders, relative to the project
 * @param {() => unknown} work
 * @returns {Promise<string>} a note for the step
 */
export async function cached(name, { inputs, settings, outputs }, work) {
  const stamp = join(ROOT, "target", "stamps", name);
  const key = digest(inputs, settings);
  const done = outputs.every((file) => existsSync(join(ROOT, file)));
  if (done && existsSync(stamp) && readFileSync(stamp, "utf8") === key) return "unchanged";
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
  return "";
}

/** @param {string[]} inputs @param {unknown} settings */
function digest(inputs, settings) {
  const hash = createHash("sha256").update(JSON.stringify(settings ?? null));
  for (const file of inputs.flatMap((input) => filesUnder(input))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest("hex");
}

/**
 * All files under a path of the project, in a stable order; none where it is missing.
 *
 * @param {string} path relative to the project
 * @returns {string[]}
 */
export function filesUnder(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * Runs a script's work, if the script is the one that was called. A failure ends in one line that says what to do.
 *
 * @param {ImportMeta} script
 * @param {() => unknown} work
 */
export async function main(script, work) {
  if (process.argv[1] !== fileURLToPath(script.url)) return;
  try {
    await work();
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

/**
 * Prints what was said last before a failure, then the failure.
 *
 * @param {unknown} error
 */
export function report(error) {
  if (!(error instanceof Failure)) return console.log(error);
  if (error.output) console.log(error.output.trimEnd().split("\n").slice(-60).join("\n"));
  console.log(error.message);
}
