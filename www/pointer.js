/**
 * The reader's hand: pointer, touch and Escape over one article, turned into opening and closing its card.
 */
import { Hover } from "./hover.js";

/** Milliseconds without motion after which a pointer is going nowhere. */
const STILL = 250;

/**
 * @typedef {import("./model.js").Mention | import("./model.js").DealMention} AnyMention
 *
 * @typedef {object} Hands
 * @property {(x: number, y: number) => AnyMention | undefined} at what is under a point
 * @property {(mention: AnyMention, point: { x: number, y: number, touch: boolean }) => void} open
 * @property {() => void} close
 * @property {HTMLElement} card
 * @property {Document[]} documents where the hand is followed: that of the page, that of the article's frame
 * @property {(event: MouseEvent) => { x: number, y: number }} point where in the page's viewport something happened
 */

/**
 * Listens until the signal is aborted.
 *
 * @param {Hands} hands
 * @param {AbortSignal} signal
 * @returns {{ closed: () => void }} to be told when the card was closed by other means
 */
export function watchPointer({ at, open, close, card, documents, point }, signal) {
  /** @type {{ x: number, y: number } | undefined} where the pointer is */
  let last;
  /** @type {AnyMention | undefined} */
  let under;
  let distance = Number.POSITIVE_INFINITY;
  let nearing = 0;
  const hover = /** @type {Hover<AnyMention>} */ (
    new Hover({
      open: (mention) => last && open(mention, { ...last, touch: false }),
      close,
      nears: () => performance.now() - nearing < STILL,
    })
  );

  /** Looks once a frame at most. */
  let framed = false;
  const look = () => {
    framed = false;
    if (!last) return;
    const now = away(card, last);
    if (now < distance) nearing = performance.now();
    distance = now;
    under = same(under, at(last.x, last.y));
    hover.over(under);
  };
  const moved = (/** @type {PointerEvent} */ event) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    last = event.composedPath().includes(card) ? undefined : point(event);
    if (!last) return hover.stay();
    if (!framed) requestAnimationFrame(look);
    framed = true;
  };
  const left = () => {
    last = undefined;
    hover.over(undefined);
  };

  let touch = false;
  const pressed = (/** @type {PointerEvent} */ event) => {
    touch = event.pointerType === "touch";
    if (!event.composedPath().includes(card)) hover.over(undefined);
  };
  const clicked = (/** @type {MouseEvent} */ event) => {
    if (event.defaultPrevented || event.button !== 0 || event.composedPath().includes(card)) return;
    if (isControl(event) || !(event.view?.getSelection()?.isCollapsed ?? true)) return;
    const { x, y } = point(event);
    const mention = at(x, y);
    if (!mention) return touch && close();
    under = same(under, mention);
    hover.stay();
    open(under ?? mention, { x, y, touch });
    if (!touch && under) hover.opened(under);
  };

  const options = { signal, passive: true };
  for (const page of documents) {
    page.addEventListener("pointermove", moved, options);
    page.addEventListener("pointerdown", pressed, options);
    page.addEventListener("click", clicked, options);
    page.documentElement.addEventListener("pointerleave", left, options);
  }
  return { closed: () => hover.closed() };
}

/**
 * Whether a click does something else: a link is followed, a button pressed.
 *
 * @param {Event} event
 */
function isControl(event) {
  const inner =
    "a[href], button, input, select, textarea, summary, label, video, audio, [role='button'], [role='link']";
  return event.composedPath().some((node) => /** @type {Element} */ (node).matches?.(inner));
}

/**
 * Keeps the object of a mention as long as the pointer is over it.
 *
 * @param {AnyMention | undefined} before
 * @param {AnyMention | undefined} now
 */
function same(before, now) {
  return before && now && before.start === now.start && before.end === now.end ? before : now;
}

/** @param {HTMLElement} card @param {{ x: number, y: number }} pointer pixels from it to the card */
function away(card, { x, y }) {
  const box = card.getBoundingClientRect();
  if (box.width === 0) return Number.POSITIVE_INFINITY;
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(dx, dy);
}
