/**
 * Moving the focus with the arrow keys, so that a list is one stop of the Tab key.
 */

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
  const [on, back] = along(direction);
  return move(event, buttons, on, back);
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
 */
export function rove(event, list, direction) {
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".row")]);
  const row = /** @type {HTMLElement} */ (event.target);
  const moved = move(event, rows, "ArrowDown", "ArrowUp");
  if (moved) for (const other of rows) other.tabIndex = other === moved ? 0 : -1;
  const step = along(direction).indexOf(event.key);
  if (moved || step < 0 || !rows.includes(row)) return;
  event.preventDefault();
  row.dispatchEvent(new CustomEvent("step", { detail: step === 0 ? 1 : -1 }));
}

/**
 * @template {HTMLElement} B
 * @param {KeyboardEvent} event
 * @param {B[]} buttons
 * @param {string} on
 * @param {string} back
 */
function move(event, buttons, on, back) {
  const at = buttons.indexOf(/** @type {B} */ (event.target));
  const to = { [on]: at + 1, [back]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined) return undefined;
  event.preventDefault();
  const next = buttons[Math.max(0, Math.min(to, buttons.length - 1))];
  next.focus();
  return next;
}
