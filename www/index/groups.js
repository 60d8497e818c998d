/**
 * Who and what the article names, by kind, the most often named first. Nothing here is drawn.
 */

/** @type {[string, string][]} kinds in the order of the list, each with the word for many */
const KINDS = [
  ["person", "persons"],
  ["nation", "nations"],
  ["deal", "deals"],
  ["organization", "organizations"],
  ["place", "places"],
];

/**
 * @typedef {import("../model.js").Subject} Subject
 * @typedef {import("../model.js").Mention | import("../model.js").DealMention} AnyMention
 *
 * @typedef {object} Row
 * @property {string} kind
 * @property {Subject} subject
 * @property {string} name in the reader's language
 * @property {string} original as the article and the pack have it
 * @property {string} [nation]
 * @property {AnyMention[]} mentions
 *
 * @typedef {object} Group
 * @property {string} kind
 * @property {string} many the word for many of it
 * @property {Row[]} rows
 */

/** @param {import("../news-gloss-index.js").Reading} reading @returns {Group[]} those that have rows */
export function groupNames(reading) {
  const rows = [...entities(reading), ...deals(reading)].filter(({ mentions }) => mentions.length > 0);
  rows.sort((a, b) => b.mentions.length - a.mentions.length);
  const groups = KINDS.map(([kind, many]) => ({ kind, many, rows: rows.filter((row) => row.kind === kind) }));
  return groups.filter(({ rows }) => rows.length > 0);
}

/** @param {import("../news-gloss-index.js").Reading} reading @returns {Row[]} */
function entities({ model, words }) {
  const { entities, mentions } = model.annotations;
  /** @type {AnyMention[][]} by entity: all in one pass, since there may be hundreds of one and thousands of the other */
  const named = entities.map(() => []);
  for (const mention of mentions) named[mention.entity].push(mention);
  return entities.map((entity, index) => ({
    kind: entity.kind,
    subject: { kind: "entity", index },
    name: words.name(entity),
    original: entity.name,
    nation: entity.nation,
    mentions: named[index],
  }));
}

/** @param {import("../news-gloss-index.js").Reading} reading @returns {Row[]} */
function deals({ model }) {
  return model.deals().map(({ deal: { title }, index }) => {
    const subject = { kind: /** @type {const} */ ("deal"), index };
    return { kind: "deal", subject, name: title, original: title, mentions: model.mentions(subject) };
  });
}
