/**
 * What runs in the page for a locator. Each function is sent there alone, so it names nothing outside of itself.
 */

/**
 * @typedef {object} Where
 * @property {string} css
 * @property {string} [text] what the elements hold
 * @property {boolean} [whole] whether this is all of their text
 * @property {boolean} [seen] whether they must be seen
 */

/**
 * The elements that a step leads to, through open shadow roots.
 *
 * @param {Where} where
 * @param {Element[]} scopes where it starts: the whole page, if none
 */
export function within({ css, text, whole, seen }, ...scopes) {
  /** @type {Set<Element>} */
  const found = new Set();
  const look = (/** @type {ParentNode & { shadowRoot?: ShadowRoot | null }} */ root) => {
    for (const element of root.querySelectorAll(css)) found.add(element);
    if (root.shadowRoot) look(root.shadowRoot);
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) look(shadowRoot);
  };
  for (const scope of scopes.length > 0 ? scopes : [document]) look(scope);
  const holds = (/** @type {Element} */ { textContent }) =>
    text === undefined || (whole ? textContent?.trim() === text : textContent?.includes(text));
  const all = [...found].filter((element) => holds(element) && (!seen || element.checkVisibility()));
  // Of elements that hold one another, all with the same text, the innermost has it.
  return whole ? all.filter((element) => !all.some((other) => other !== element && element.contains(other))) : all;
}

/**
 * The middle of an element, if it rests and nothing lies over it; else it is brought into view, to be asked again.
 *
 * @param {Element} element
 * @returns {Promise<{ x: number, y: number } | undefined>} pixels of the viewport
 */
export async function reach(element) {
  const { left, top } = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const box = element.getBoundingClientRect();
  if (left !== box.left || top !== box.top || box.width === 0) return undefined;
  const [x, y] = [left + box.width / 2, top + box.height / 2];
  let hit = document.elementFromPoint(x, y);
  for (let outer; hit && hit !== outer; ) {
    outer = hit;
    hit = hit.shadowRoot?.elementFromPoint(x, y) ?? hit;
  }
  if (element.contains(hit)) return { x, y };
  element.scrollIntoView({ block: "center", behavior: "instant" });
  return undefined;
}

/** A field's new value, as if the reader had set it. @param {HTMLInputElement} field @param {string} value */
export function change(field, value) {
  field.value = value;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}

/**
 * A file in a field, as if the reader had chosen it.
 *
 * @param {HTMLInputElement} field
 * @param {{ name: string, type: string, text: string }} file
 */
export function chooseFile(field, { name, type, text }) {
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type }));
  field.files = files.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
