/**
 * What is seen of a page's text: what is not hidden, not scrolled out of its box, and not far from the viewport.
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area in viewport pixels */

/** One look at the page, which must not change meanwhile. */
export class Sight {
  /** @type {Map<Element, Area | undefined>} where the text of an element is seen */
  #areas = new Map();

  /** @param {Window & typeof globalThis} view */
  constructor(view) {
    this.view = view;
    const { innerWidth: width, innerHeight: height } = view;
    /** The viewport, and as much above and below it. */
    this.near = { left: -width, top: -height, right: 2 * width, bottom: 2 * height };
  }

  /**
   * @param {Range} range
   * @param {Area} line a line of it
   * @returns {Area | undefined} as much of the line as is seen; nothing where its foot is not
   */
  part({ startContainer }, line) {
    const holder = startContainer.parentElement ?? /** @type {ShadowRoot} */ (startContainer.getRootNode()).host;
    const area = this.#area(holder);
    if (!area || line.bottom > area.bottom + 1) return undefined;
    const part = overlap(line, area);
    return part.right > part.left && part.bottom > part.top ? part : undefined;
  }

  /** @param {Element} element @returns {Area | undefined} */
  #area(element) {
    if (!this.#areas.has(element)) this.#areas.set(element, this.#look(element));
    return this.#areas.get(element);
  }

  /** @param {Element} element @returns {Area | undefined} */
  #look(element) {
    if (element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) === false) return undefined;
    if (element === element.ownerDocument.body) return this.near;
    const around =
      element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;
    const area = around ? this.#area(around) : this.near;
    const { display, overflowX, overflowY } = this.view.getComputedStyle(element);
    const cuts = display !== "inline" && (overflowX !== "visible" || overflowY !== "visible");
    return area && cuts ? overlap(element.getBoundingClientRect(), area) : area;
  }
}

/** @param {Area} one @param {Area} other @returns {Area} */
function overlap(one, other) {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
