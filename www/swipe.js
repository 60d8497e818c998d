/**
 * A sheet that follows the finger down and closes when it is let go far enough below.
 *
 * By touch events: pointer events end as soon as the browser takes a drag for scrolling.
 */

/** Pixels a sheet is drawn down before it closes. */
const FAR = 60;

/**
 * @param {HTMLElement} sheet which scrolls; only at its top is it drawn down
 * @param {() => void} close
 */
export function swipeDown(sheet, close) {
  /** @type {number | undefined} where the finger came down */
  let start;
  let drawn = 0;
  const options = { passive: true };
  sheet.addEventListener(
    "touchstart",
    ({ touches }) => {
      start = touches.length === 1 && sheet.scrollTop <= 0 ? touches[0].clientY : undefined;
      drawn = 0;
    },
    options,
  );
  sheet.addEventListener(
    "touchmove",
    ({ touches }) => {
      if (start === undefined) return;
      if (sheet.scrollTop > 0) start = undefined;
      drawn = start === undefined ? 0 : Math.max(touches[0].clientY - start, 0);
      sheet.style.setProperty("--drawn", `${drawn}px`);
    },
    options,
  );
  const end = () => {
    sheet.style.removeProperty("--drawn");
    if (start !== undefined && drawn > FAR) close();
    start = undefined;
  };
  sheet.addEventListener("touchend", end, options);
  sheet.addEventListener("touchcancel", end, options);
}
