/**
 * Giving way to the page between two slices of work.
 */

/** Milliseconds of a slice. A reader notices tasks of fifty, and a slow device is slower also with what is not cut. */
export const SLICE = 8;

/** @returns {Promise<unknown>} once the browser has done what is more urgent */
export function pause() {
  const { scheduler } = /** @type {any} */ (globalThis);
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
}

/** Work that is asked for often, done in the next frame. @param {() => void} work */
export function onceAFrame(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}
