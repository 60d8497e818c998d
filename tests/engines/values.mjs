/**
 * Values on their way to a page and back, as JSON that knows `undefined`.
 */

/** @param {unknown} value @returns {string} */
export function pack(value) {
  return JSON.stringify(value, (_, part) => (part === undefined ? { $undefined: true } : part));
}

/** @param {string} json @returns {any} */
export function unpack(json) {
  const revive = (/** @type {any} */ part) => {
    if (part === null || typeof part !== "object") return part;
    if ("$undefined" in part) return undefined;
    for (const key of Object.keys(part)) part[key] = revive(part[key]);
    return part;
  };
  return revive(JSON.parse(json));
}
