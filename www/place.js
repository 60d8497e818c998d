/**
 * Placing a card beside a mention: within the viewport, below it, or above where there is more room; never scrolling the
 * page. A card is placed against the viewport alone, which a general library would take ten times the bytes for.
 */

/** Pixels between the mention and the card, and between the card and the edge of the viewport. */
const GAP = 6;
const EDGE = 8;

/** The least height that is worth standing beside the mention, in pixels. */
const LEAST = 160;

/**
 * @param {HTMLElement} card
 * @param {() => DOMRect | undefined} box what to stand beside, in viewport pixels
 */
export function placeBeside(card, box) {
  const anchor = box();
  if (!anchor) return;
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const below = height - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const most = Math.max(LEAST, Math.min(Math.max(below, above), height - 2 * EDGE));
  card.style.setProperty("--room", `${most}px`);
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
