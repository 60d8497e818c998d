/**
 * The JavaScript that wasm-bindgen writes around the WebAssembly, and the WebAssembly itself, as a page loads them: the
 * names under which one calls the other are shortened in both, since their hashes do not compress.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./step.mjs";

/** Names such as `__wbg_getAttribute_c7b80d4010284561`. */
const NAME = /__wbg?_\w+_[0-9a-f]{16}\b/g;

/** Number of the section of a module that lists what it imports. */
const IMPORTS = 2;

/** Bytes before the first section: the magic letters and the version. */
const HEADER = 8;

/**
 * Writes `dist/newsgloss.wasm`.
 *
 * @returns {string} the JavaScript that goes with it
 */
export function shortenGlue() {
  const code = readFileSync(join(ROOT, "pkg/newsgloss.js"), "utf8");
  const names = [...new Set(code.match(NAME))].sort();
  const short = new Map(names.map((name, i) => [name, `_${i.toString(36)}`]));
  const wasm = readFileSync(join(ROOT, "pkg/newsgloss_bg.wasm"));
  writeFileSync(join(ROOT, "dist/newsgloss.wasm"), renameImports(wasm, short));
  return code.replace(NAME, (name) => short.get(name) ?? name);
}

/**
 * @param {Buffer} wasm
 * @param {Map<string, string>} short
 * @returns {Buffer} the same module under other names
 */
function renameImports(wasm, short) {
  const parts = [wasm.subarray(0, HEADER)];
  for (let at = HEADER; at < wasm.length; ) {
    const [size, start] = readNumber(wasm, at + 1);
    const body = wasm.subarray(start, start + size);
    const written = wasm[at] === IMPORTS ? renamed(body, short) : body;
    parts.push(wasm.subarray(at, at + 1), number(written.length), written);
    at = start + size;
  }
  return Buffer.concat(parts);
}

/**
 * Each import is the name of its module, its own name, and what it is. Only the names are read: a name that is looked
 * for is found by its length and its letters, which stand together nowhere else.
 *
 * @param {Buffer} section
 * @param {Map<string, string>} short
 */
function renamed(section, short) {
  const parts = [];
  let kept = 0;
  for (const [name, other] of inOrder(section, short)) {
    const at = section.indexOf(name, kept);
    const length = number(name.length).length;
    parts.push(section.subarray(kept, at - length), number(other.length), Buffer.from(other));
    kept = at + name.length;
  }
  return Buffer.concat([...parts, section.subarray(kept)]);
}

/** @param {Buffer} section @param {Map<string, string>} short the names that stand in it, first things first */
function inOrder(section, short) {
  const found = [...short].filter(([name]) => section.includes(name));
  return found.sort(([a], [b]) => section.indexOf(a) - section.indexOf(b));
}

/** An unsigned number in LEB128. @param {Buffer} bytes @param {number} at @returns {[number, number]} and where it ends */
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** @param {number} value */
function number(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}
