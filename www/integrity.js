/**
 * Subresource Integrity: what the page's import maps say that the bytes of files must be. Browsers hold modules to it by
 * themselves; here are the files that are fetched.
 */

/** @typedef {Record<string, string>} Hashes by absolute address */

/** @returns {Hashes} */
export function hashesOfPage() {
  const maps = [...document.querySelectorAll("script[type=importmap]")];
  const stated = maps.flatMap(({ textContent }) => Object.entries(parsed(textContent).integrity ?? {}));
  return Object.fromEntries(stated.map(([file, hash]) => [new URL(file, document.baseURI).href, hash]));
}

/** @param {string | null} map @returns {{ integrity?: Record<string, string> }} */
function parsed(map) {
  try {
    return JSON.parse(map ?? "") ?? {};
  } catch {
    // The browser says so, and does without.
    return {};
  }
}
