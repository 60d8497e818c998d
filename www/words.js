/**
 * What the cards and the index say.
 */

/** @param {string} key the word, or the key itself in plain letters where there is none */
export function word(key) {
  return WORDS[key] ?? key.replaceAll("_", " ").replace(/^\w/, (c) => c.toUpperCase());
}

/**
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}

/**
 * A day, month or year as written in running text.
 *
 * @param {string} iso `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
export function day(iso) {
  const parts = iso.split("-").length;
  const date = new Date(parts === 1 ? `${iso}-01-01T00:00Z` : parts === 2 ? `${iso}-01T00:00Z` : `${iso}T00:00Z`);
  if (Number.isNaN(date.valueOf())) return iso;
  const format = { year: "numeric", month: parts > 1 ? "long" : undefined, day: parts > 2 ? "numeric" : undefined };
  return new Intl.DateTimeFormat("en-GB", { .../** @type {any} */ (format), timeZone: "UTC" }).format(date);
}

/** @param {string | null} from @param {string | null} to */
export function period(from, to) {
  if (!from || !to) return from ? `from ${day(from)}` : to ? `until ${day(to)}` : "";
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

/** @type {Record<string, string>} */
const WORDS = {
  person: "Person",
  nation: "Nation",
  organization: "Organization",
  place: "Place",
  persons: "People",
  nations: "Nations",
  deals: "Deals",
  organizations: "Organizations",
  places: "Places",

  agreement: "Agreement",
  peace: "Peace",
  exchange: "Prisoner exchange",
  talks: "Talks",

  proposed: "Proposed",
  in_talks: "In talks",
  agreed: "Agreed",
  signed: "Signed",
  in_force: "In force",
  ended: "Ended",
  failed: "Failed",

  party: "",
  target: "target",
  mediator: "mediator",

  area_km2: "Area",
  official_name: "Official name",
  head_of_state: "Head of state",
  head_of_government: "Head of government",
  known_as: "Also called",
  seat_of_government: "Seat of government",
  seat_of_parliament: "Seat of parliament",
};
