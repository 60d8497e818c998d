/**
 * Placing a card beside a mention: within the viewport, below it, or above where there is more room; never scrolling the
 * page. A card is placed against the viewport alone, which a general library would take ten times the bytes for.
 */

/** Pixels between the mention and the card, and between the card and the edge of the viewport. */
const GAP = 6;
const EDGE = 8;

/** The least height that is worth standing beside the mention, in pixels. */
const LEAST = 160;

/** @param {DOMRect} anchor pixels of the viewport above and below it */
function room({ top, bottom }) {
  return [top - GAP - EDGE, document.documentElement.clientHeight - bottom - GAP - EDGE];
}

/**
 * Lets a card be as high as there is room. Before it is shown: then it is laid out once.
 *
 * @param {HTMLElement} card
 * @param {DOMRect} anchor what it will stand beside, in viewport pixels
 */
export function makeRoom(card, anchor) {
  const most = Math.min(Math.max(...room(anchor)), document.documentElement.clientHeight - 2 * EDGE);
  card.style.setProperty("--room", `${Math.max(LEAST, most)}px`);
}

/**
 * @param {HTMLElement} card
 * @param {DOMRect} anchor what to stand beside, in viewport pixels
 */
export function placeBeside(card, anchor) {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const [above, below] = room(anchor);
  makeRoom(card, anchor);
  const size = card.getBoundingClientRect();
  const side = size.height <= below || below >= above ? "bottom" : "top";
  const wanted = side === "bottom" ? anchor.bottom + GAP : anchor.top - GAP - size.height;
  card.dataset.side = side;
  card.style.setProperty("left", `${within(anchor.left, size.width, width)}px`);
  card.style.setProperty("top", `${within(wanted, size.height, height)}px`);
}

/**
 * @param {number} start where it should start
 * @param {number} length
 * @param {number} room of the viewport in that direction
 * @returns {number} where it starts so as to lie inside
 */
function within(start, length, room) {
  return Math.round(Math.max(EDGE, Math.min(start, room - EDGE - length)));
}

/** @param {DOMRect[]} boxes @param {number} x @param {number} y the box nearest to a point */
export function nearest(boxes, x, y) {
  const away = (/** @type {DOMRect} */ box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  return boxes.reduce((best, box) => (away(box) < away(best) ? box : best), boxes[0] ?? new DOMRect(x, y, 0, 0));
}
