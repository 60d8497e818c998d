/**
 * Moving the focus with the arrow keys, so that a list is one stop of the Tab key.
 */

/** Keys that lead to another row of a list. */
const BETWEEN_ROWS = ["ArrowDown", "ArrowUp", "Home", "End"];

/**
 * Among buttons in a line, along the direction of reading.
 *
 * @template {HTMLElement} B
 * @param {KeyboardEvent} event
 * @param {B[]} buttons
 * @param {string} direction `ltr` or `rtl`
 * @returns {B | undefined} the one that has the focus now, where that has moved
 */
export function arrows(event, buttons, direction) {
  const next = led(event.key, along(direction), buttons, /** @type {B} */ (event.target));
  if (next) event.preventDefault();
  next?.focus();
  return next;
}

/** The keys that go on and back in the direction of reading. @param {string} direction @returns {[string, string]} */
export function along(direction) {
  return direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
}

/**
 * Among the rows of a list: up and down to another row, along the line to a row's next or previous mention.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement} list
 * @param {string} direction
 * @param {Promise<unknown>} whole once all rows are there: the one that is wanted may still come
 */
export async function rove(event, list, direction, whole) {
  const { key, target } = event;
  const way = along(direction).indexOf(key);
  const row = /** @type {HTMLElement} */ (target);
  if (!row.matches(".row") || (way < 0 && !BETWEEN_ROWS.includes(key))) return;
  event.preventDefault();
  if (way >= 0) return void row.dispatchEvent(new CustomEvent("step", { detail: way === 0 ? 1 : -1 }));
  await whole;
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".row")]);
  // The focus may have moved since, by an earlier key that waited as well.
  const { activeElement } = /** @type {ShadowRoot} */ (list.getRootNode());
  const next = led(key, ["ArrowDown", "ArrowUp"], rows, activeElement);
  if (!next) return;
  list.querySelector(".row[tabindex='0']")?.setAttribute("tabindex", "-1");
  next.tabIndex = 0;
  next.focus();
}

/**
 * @template {HTMLElement} B
 * @param {string} key
 * @param {[string, string]} ways the keys that go on and back
 * @param {B[]} buttons
 * @param {Element | null} from
 * @returns {B | undefined} where a key leads from one of some buttons
 */
function led(key, [on, back], buttons, from) {
  const at = buttons.indexOf(/** @type {B} */ (from));
  const to = { [on]: at + 1, [back]: at - 1, Home: 0, End: buttons.length - 1 }[key];
  return at < 0 || to === undefined ? undefined : buttons[Math.max(0, Math.min(to, buttons.length - 1))];
}
