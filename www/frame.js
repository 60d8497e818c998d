/**
 * An article in a frame, seen from the page around it: it is read and marked from outside, so that nothing has to run in
 * the frame or stand in its document, and its cards are those of the page, which the frame does not cut off. Loaded only
 * where an element is for a frame.
 */

/**
 * @param {import("./gloss.js").Page} inner the article as the frame's own viewport has it
 * @param {Element} article
 * @returns {import("./session.js").View}
 */
export function throughFrame(inner, article) {
  const view = /** @type {Window & typeof globalThis} */ (article.ownerDocument.defaultView);
  const frame = /** @type {HTMLIFrameElement} */ (view.frameElement);
  const own = {
    at: (/** @type {number} */ x, /** @type {number} */ y) => {
      // What the page shows over the frame hides its text.
      if (document.elementFromPoint(x, y) !== frame) return undefined;
      const { left, top, across, down } = opening(frame);
      return inner.at((x - left) / across, (y - top) / down);
    },
    rects: (/** @type {{ start: number, end: number }} */ mention) =>
      inner.rects(mention).map((box) => outside(frame, box)),
    reveal: (/** @type {{ start: number, end: number }} */ mention) => {
      inner.reveal(mention);
      reveal(frame, own.rects(mention)[0]);
    },
  };
  return {
    page: Object.assign(Object.create(inner), own),
    documents: [document, article.ownerDocument],
    point: (event) => {
      const { clientX: x, clientY: y } = event;
      return event.view === view ? outside(frame, new DOMRect(x, y)) : { x, y };
    },
    frame,
  };
}

/** Where on the page the viewport of a frame begins, and how much larger it is drawn. @param {HTMLIFrameElement} frame */
function opening(frame) {
  const { left, top, width, height } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const [across, down] = [width / frame.offsetWidth || 1, height / frame.offsetHeight || 1];
  return {
    left: left + (frame.clientLeft + Number.parseFloat(paddingLeft)) * across,
    top: top + (frame.clientTop + Number.parseFloat(paddingTop)) * down,
    across,
    down,
  };
}

/** A box in a frame as the page has it. @param {HTMLIFrameElement} frame @param {DOMRect} box */
function outside(frame, { x, y, width, height }) {
  const { left, top, across, down } = opening(frame);
  return new DOMRect(left + x * across, top + y * down, width * across, height * down);
}

/**
 * Scrolls the page to what the frame has scrolled to: as far as the frame, or in one higher than the screen to the box.
 *
 * @param {HTMLIFrameElement} frame
 * @param {DOMRect | undefined} box
 */
function reveal(frame, box) {
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  if (frame.getBoundingClientRect().height <= innerHeight) frame.scrollIntoView({ block: "nearest", behavior });
  else if (box) scrollBy({ top: box.y + box.height / 2 - innerHeight / 2, behavior });
}
