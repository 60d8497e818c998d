/**
 * Placing a card beside a mention: within the viewport, below where there is room, never scrolling the page.
 */
import { computePosition, flip, offset, shift, size } from "@floating-ui/dom";

/** Pixels between the mention and the card, and between the card and the edge of the viewport. */
const GAP = 6;
const EDGE = 8;

/**
 * @param {HTMLElement} card
 * @param {() => DOMRect | undefined} box
 */
export async function besides(card, box) {
  const anchor = box();
  if (!anchor) return;
  const room = size({
    padding: EDGE,
    apply: ({ availableHeight }) => card.style.setProperty("--room", `${Math.max(160, availableHeight)}px`),
  });
  const { x, y, placement } = await computePosition({ getBoundingClientRect: () => anchor }, card, {
    strategy: "fixed",
    placement: "bottom-start",
    middleware: [offset(GAP), flip({ padding: EDGE, fallbackStrategy: "bestFit" }), shift({ padding: EDGE }), room],
  });
  card.dataset.side = placement.split("-")[0];
  card.style.setProperty("left", `${Math.round(x)}px`);
  card.style.setProperty("top", `${Math.round(y)}px`);
}
