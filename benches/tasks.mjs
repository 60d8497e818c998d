/**
 * The main thread under Newsgloss: the longest tasks on a page of 20,000 words, with the processor slowed four times.
 * `node benches/tasks.mjs`
 *
 * The page is loaded and at rest before Newsgloss comes, so that every task from then on is Newsgloss's or is caused by
 * it. A task counts by its time on the processor, which other programs on the machine do not lengthen.
 */
import { main } from "../scripts/step.mjs";
import { onDemo } from "./demo.mjs";
import { longPage, SCENES, WORDS } from "./scenes.mjs";

const SLOWED = 4;
const LIMIT = 50;
const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];

/**
 * @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number, args: any }} TraceEvent
 *   times in microseconds
 * @typedef {{ ms: number, wall: number, holds: string }} Task
 */

/** @param {TraceEvent[]} events @returns {Task[]} tasks of the page's main thread, longest first */
function mainTasks(events) {
  const ours = (/** @type {TraceEvent} */ { pid, tid }) => `${pid}.${tid}`;
  const marks = events.filter(({ name }) => name === "TimeStamp" || name === "FunctionCall");
  const mains = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(ours);
  const active = mains.find((main) => marks.some((event) => ours(event) === main)) ?? mains[0];
  const here = events.filter((event) => ours(event) === active);
  const tasks = here.filter(({ name }) => /RunTask$/.test(name) && !name.startsWith("Thread"));
  return tasks
    .map((task) => ({
      ms: (task.tdur ?? task.dur ?? 0) / 1000,
      wall: (task.dur ?? 0) / 1000,
      holds: inside(task, here),
    }))
    .sort((a, b) => b.ms - a.ms);
}

/** @param {TraceEvent} task @param {TraceEvent[]} events what took longest in a task */
function inside(task, events) {
  const within = events.filter(({ ts, ph }) => ph === "X" && ts >= task.ts && ts < task.ts + (task.dur ?? 0));
  const named = within.filter(({ name }) => !/RunTask/.test(name)).sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  return named
    .slice(0, 3)
    .map(({ name, tdur }) => `${name} ${((tdur ?? 0) / 1000).toFixed(0)}`)
    .join(", ");
}

/** @param {import("playwright-core").Browser} browser @param {string} url */
async function bench(browser, url) {
  const page = await browser.newPage();
  await longPage(page, url);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.waitForTimeout(2000);
  console.log(`${browser.version()}, ${WORDS} words, slowed ${SLOWED} times; milliseconds of processor (wall) time`);
  let longest = 0;
  for (const [title, scene] of SCENES) {
    await browser.startTracing(page, { categories: CATEGORIES });
    const start = Date.now();
    await page.evaluate(scene);
    const took = Date.now() - start;
    await page.waitForTimeout(1000);
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const tasks = mainTasks(traceEvents);
    longest = Math.max(longest, tasks[0].ms);
    const long = tasks.filter(({ ms }) => ms > LIMIT).length;
    console.log(`${title}: ${took} ms until done, ${long} tasks over ${LIMIT} ms`);
    for (const { ms, wall, holds } of tasks.slice(0, 3)) {
      console.log(`  ${ms.toFixed(1).padStart(8)} (${wall.toFixed(0)})  ${holds}`);
    }
  }
  process.exitCode = longest > LIMIT ? 1 : 0;
}

await main(import.meta, () => onDemo(bench));
