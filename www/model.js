/**
 * The annotations as the cards ask for them. Nothing here knows the page.
 */
import { sentenceAt } from "./gloss.js";

/**
 * @typedef {"person" | "nation" | "organization" | "place"} Kind
 * @typedef {"agreement" | "peace" | "sanctions" | "tariffs" | "resolution" | "exchange" | "talks" | "acquisition" |
 *   "contract"} DealKind
 * @typedef {"proposed" | "in_talks" | "agreed" | "signed" | "in_force" | "ended" | "failed"} Stage
 * @typedef {"party" | "target" | "mediator"} Role
 *
 * @typedef {object} Passage a stretch of the text, in UTF-16 code units
 * @property {number} start
 * @property {number} end
 * @property {string} text
 *
 * @typedef {object} Fact
 * @property {string} label
 * @property {string} value
 * @property {string} [since] the day an office began
 * @property {string} [until] the last day of an office that is over
 * @property {boolean} [unconfirmed] whether the article is later than the source can speak
 * @property {string} source
 * @property {string} as_of the day the source speaks of
 *
 * @typedef {object} Entity
 * @property {string} id
 * @property {Kind} kind
 * @property {string} name
 * @property {string} [wikidata]
 * @property {boolean} known whether the knowledge pack has it
 * @property {string} [nation] ISO 3166 code
 * @property {string[]} described_as what the article calls it
 * @property {Fact[]} facts
 *
 * @typedef {Passage & { kind: Kind, entity: number, also?: number[], form: string, confidence: number }} Mention
 *   `also` has the others that are meant, where words mean several at once: "both leaders"
 * @typedef {Passage & { kind: "deal", deal: number }} DealMention
 * @typedef {{ start: number, end: number, speaker: number | null }} Quote
 * @typedef {{ entity: number | null, name: string, role: Role }} Party
 * @typedef {Passage & { currency?: string, value: number }} Amount
 * @typedef {Passage & { from: string | null, to: string | null }} When
 *
 * @typedef {object} Deal
 * @property {string} id
 * @property {DealKind} kind
 * @property {string} title
 * @property {Party[]} parties
 * @property {Stage} stage
 * @property {Passage} [stage_evidence]
 * @property {string[]} about
 * @property {Amount[]} amounts
 * @property {When[]} dates
 * @property {number[]} said_by
 * @property {Passage[]} conditions
 * @property {Passage[]} mentions
 * @property {number} confidence
 *
 * @typedef {object} Annotations
 * @property {number} version
 * @property {string | null} date
 * @property {Entity[]} entities
 * @property {Mention[]} mentions
 * @property {Quote[]} quotes
 * @property {Deal[]} deals
 *
 * @typedef {{ kind: "entity" | "deal", index: number, also?: number[] }} Subject what a card is about; `also` as in a
 *   mention
 */

/** One article: its annotations over its text. */
export class Model {
  /**
   * @param {Annotations} annotations
   * @param {string} text
   */
  constructor(annotations, text) {
    this.annotations = annotations;
    this.text = text;
  }

  /** @param {Mention | DealMention} mention @returns {Subject} */
  static subject(mention) {
    if (mention.kind === "deal") return { kind: "deal", index: mention.deal };
    return { kind: "entity", index: mention.entity, also: mention.also };
  }

  /**
   * A name for a subject that stays the same when the article is read again.
   *
   * @param {Subject} subject
   */
  id({ kind, index, also = [] }) {
    if (kind === "deal") return this.annotations.deals[index]?.id;
    return [index, ...also].map((entity) => this.annotations.entities[entity]?.id).join(" ");
  }

  /** @param {string} id @returns {Subject | undefined} */
  find(id) {
    const entities = id.split(" ").map((part) => this.annotations.entities.findIndex((e) => e.id === part));
    const [index, ...also] = entities;
    if (!entities.includes(-1)) return { kind: "entity", index, also };
    const deal = this.annotations.deals.findIndex((d) => d.id === id);
    return deal >= 0 ? { kind: "deal", index: deal } : undefined;
  }

  /** @param {Subject} subject @returns {(Mention | DealMention)[]} in reading order */
  mentions({ kind, index }) {
    if (kind === "deal") {
      const passages = this.annotations.deals[index].mentions;
      return passages.map((passage) => ({ ...passage, kind: "deal", deal: index }));
    }
    return this.annotations.mentions.filter((m) => m.entity === index || m.also?.includes(index));
  }

  /** @returns {(Mention | DealMention)[]} of all that is named, in reading order */
  allMentions() {
    const deals = this.deals().flatMap(({ index }) => this.mentions({ kind: "deal", index }));
    return [...this.annotations.mentions, ...deals].sort((a, b) => a.start - b.start);
  }

  /** @returns {{ deal: Deal, index: number }[]} */
  deals() {
    return this.annotations.deals.map((deal, index) => ({ deal, index }));
  }

  /** Whether any deal has a party. */
  hasParties() {
    return this.annotations.deals.some((deal) => deal.parties.length > 0);
  }

  /** Whether any deal has a step on a known day. */
  hasDays() {
    return this.annotations.deals.some((deal) => deal.dates.some(({ from, to }) => from || to));
  }

  /** @param {number} entity the deals it is a party to, or speaks of */
  dealsOf(entity) {
    return this.deals().filter(
      ({ deal }) => deal.parties.some((party) => party.entity === entity) || deal.said_by.includes(entity),
    );
  }

  /** @param {number} deal the other deals between two or more of its parties */
  dealsBeside(deal) {
    const names = new Set(this.annotations.deals[deal].parties.map((party) => party.name));
    const shared = (/** @type {Deal} */ other) => other.parties.filter((party) => names.has(party.name)).length;
    return this.deals().filter(({ deal: other, index }) => index !== deal && shared(other) >= Math.min(2, names.size));
  }

  /** @param {number} entity @returns {Passage[]} */
  quotesBy(entity) {
    const spoken = this.annotations.quotes.filter((quote) => quote.speaker === entity);
    return spoken.map(({ start, end }) => ({ start, end, text: this.text.slice(start, end) }));
  }

  /**
   * The names it goes by here, other than its own; apart, those of cities and houses that stand for its government.
   *
   * @param {number} entity
   * @returns {{ names: string[], seats: string[] }}
   */
  otherNames(entity) {
    const { name } = this.annotations.entities[entity];
    const own = this.annotations.mentions.filter((m) => m.entity === entity && !m.also && m.text !== name);
    const texts = (/** @type {boolean} */ seats) =>
      own.filter(({ form }) => (form === "metonym") === seats).map(({ text }) => text);
    return { names: [...new Set(texts(false))], seats: [...new Set(texts(true))] };
  }

  /**
   * The sentences that speak of a deal, the one that tells how far it is first.
   *
   * @param {number} deal
   * @returns {{ passage: Passage, text: string }[]} what to go to, and its sentence
   */
  evidence(deal) {
    const { stage_evidence, mentions } = this.annotations.deals[deal];
    /** @type {{ passage: Passage, sentence: Passage }[]} */
    const found = [];
    for (const passage of stage_evidence ? [stage_evidence, ...mentions] : mentions) {
      const { start } = passage;
      const told = found.some(({ sentence }) => sentence.start <= start && start < sentence.end);
      if (!told) found.push({ passage, sentence: this.sentence(start) });
    }
    return found.map(({ passage, sentence }) => ({ passage, text: sentence.text }));
  }

  /** @param {number} offset @returns {Passage} the sentence around it, which no line feed is in */
  sentence(offset) {
    const from = this.text.lastIndexOf("\n", offset) + 1;
    const line = this.text.slice(from).split("\n", 1)[0];
    const [start, end] = sentenceAt(line, offset - from) ?? [0, line.length];
    return { start: from + start, end: from + end, text: line.slice(start, end) };
  }
}
