/**
 * When a card opens and closes, from what the pointer passes over. Nothing here knows the page.
 *
 * ```text
 * nothing --over a mention--> waiting --DWELL--> open --off--> leaving --GRACE--> nothing
 *                                                 ^--back on the mention or card--'
 * ```
 */

/** Milliseconds over a mention before its card opens. */
export const DWELL = 300;

/** Milliseconds off the mention and its card before it closes; a pointer on its way to the card has longer. */
export const GRACE = 300;

/** The longest way to the card, in steps of the grace. */
const PATIENCE = 4;

/**
 * @template T a target: the mention under the pointer; the same mention is the same object
 */
export class Hover {
  /** @type {T | undefined} whose card is open */
  #open;
  /** @type {T | undefined} whose card will be */
  #next;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {T | undefined} closed by hand; stays closed until the pointer has left it */
  #shut;

  /**
   * @param {object} actions
   * @param {(target: T) => void} actions.open
   * @param {() => void} actions.close
   * @param {() => boolean} actions.nears whether the pointer is on its way to the card
   */
  constructor({ open, close, nears }) {
    this.actions = { open, close, nears };
  }

  /** @param {T | undefined} target the mention under the pointer, if any */
  over(target) {
    if (target !== this.#shut) this.#shut = undefined;
    if (target === undefined) return this.#off();
    if (target === this.#open) return this.stay();
    if (target === this.#shut || target === this.#next) return;
    clearTimeout(this.#timer);
    this.#next = target;
    this.#wait(() => (this.#open !== undefined && this.actions.nears() ? this.#leave() : this.opened(target)), DWELL);
  }

  /** The pointer is on the card. */
  stay() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#next = undefined;
  }

  /** @param {T} target whose card is shown at once */
  opened(target) {
    this.stay();
    this.#open = target;
    this.actions.open(target);
  }

  /** The card was closed by hand. */
  closed() {
    this.stay();
    this.#shut = this.#open;
    this.#open = undefined;
  }

  #off() {
    if (this.#next !== undefined) this.stay();
    if (this.#open !== undefined && this.#timer === undefined) this.#leave();
  }

  #leave(patience = PATIENCE) {
    this.#next = undefined;
    this.#wait(() => {
      if (patience > 0 && this.actions.nears()) return this.#leave(patience - 1);
      this.#open = undefined;
      this.actions.close();
    }, GRACE);
  }

  /** @param {() => void} then @param {number} time */
  #wait(then, time) {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      then();
    }, time);
  }
}
