/**
 * Every page test in one engine, named by `ENGINE`: in one process, so that the browser starts once.
 */
import { readdirSync } from "node:fs";

for (const name of readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.mjs"))) await import(`./${name}`);
