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
 */

/**
 * Listens until the signal is aborted.
 *
 * @param {Hands} hands
 * @param {AbortSignal} signal
 * @returns {{ closed: () => void }} to be told when the card was closed by other means
 */
export function watchPointer({ at, open, close, card }, signal) {
  /** @type {PointerEvent | undefined} */
  let last;
  /** @type {AnyMention | undefined} */
  let under;
  let distance = Number.POSITIVE_INFINITY;
  let nearing = 0;
  const hover = /** @type {Hover<AnyMention>} */ (
    new Hover({
      open: (mention) => last && open(mention, { x: last.clientX, y: last.clientY, touch: false }),
      close,
      nears: () => performance.now() - nearing < STILL,
    })
  );

  /** Looks once a frame at most. */
  let framed = false;
  const look = () => {
    framed = false;
    if (!last) return;
    if (last.composedPath().includes(card)) return hover.stay();
    const now = away(card, last);
    if (now < distance) nearing = performance.now();
    distance = now;
    under = same(under, at(last.clientX, last.clientY));
    hover.over(under);
  };
  const moved = (/** @type {PointerEvent} */ event) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    last = event;
    if (event.composedPath().includes(card)) return hover.stay();
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
    if (isControl(event) || !(window.getSelection()?.isCollapsed ?? true)) return;
    const mention = at(event.clientX, event.clientY);
    if (!mention) return touch && close();
    under = same(under, mention);
    hover.stay();
    open(under ?? mention, { x: event.clientX, y: event.clientY, touch });
    if (!touch && under) hover.opened(under);
  };

  const options = { signal, passive: true };
  document.addEventListener("pointermove", moved, options);
  document.addEventListener("pointerdown", pressed, options);
  document.addEventListener("click", clicked, options);
  document.documentElement.addEventListener("pointerleave", left, options);
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
  return event.composedPath().some((node) => node instanceof Element && node.matches(inner));
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

/** @param {HTMLElement} card @param {PointerEvent} event pixels from the pointer to the card */
function away(card, { clientX, clientY }) {
  const box = card.getBoundingClientRect();
  if (box.width === 0) return Number.POSITIVE_INFINITY;
  const dx = Math.max(box.left - clientX, 0, clientX - box.right);
  const dy = Math.max(box.top - clientY, 0, clientY - box.bottom);
  return Math.hypot(dx, dy);
}
