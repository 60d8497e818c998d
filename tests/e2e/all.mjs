/**
 * Every page test in the engine that `ENGINE` names; in one process, so that its browser starts once.
 */
import { readdirSync } from "node:fs";
import { describe } from "node:test";
import { ENGINE } from "../engines/engines.mjs";

const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".test.mjs"));

if (ENGINE.missing) console.log(`skipped: the page tests in ${ENGINE.name}: ${ENGINE.missing}`);
describe(ENGINE.name, { skip: ENGINE.missing }, async () => {
  if (!ENGINE.missing) for (const file of files) await import(`./${file}`);
});
