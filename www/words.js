/**
 * What the cards and the index say, in the reader's language; names of nations, days and numbers as the platform's Intl
 * has them. What the article says, and what facts say in words, stays in the article's language.
 */

/** Languages with a file in `languages/`, the first being the one of the articles. */
export const LANGUAGES = ["en", "uk", "ru", "fr", "de", "es", "ar", "zh"];

/**
 * @typedef {Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>} Strings
 *   by key; `{name}` is filled in; by number where the words depend on one
 */

/**
 * @param {string} wanted a language tag; one without a file is read in English
 * @returns {Promise<Words>}
 */
export async function loadWords(wanted) {
  const short = wanted.split("-")[0].toLowerCase();
  const language = LANGUAGES.includes(short) ? short : LANGUAGES[0];
  const { default: strings } = await import(`./languages/${language}.js`);
  return new Words(tagged(wanted, language), strings);
}

/** British days where only English is asked for. @param {string} wanted @param {string} language */
function tagged(wanted, language) {
  if (wanted.toLowerCase() === "en" || !wanted.toLowerCase().startsWith(language))
    return language === "en" ? "en-GB" : language;
  return Intl.DateTimeFormat.supportedLocalesOf([wanted])[0] ?? language;
}

export class Words {
  /** @type {Record<string, any>} what the platform has made, by its kind and settings */
  #made = {};

  /**
   * @param {string} language a tag that Intl understands
   * @param {Strings} strings
   */
  constructor(language, strings) {
    this.language = language;
    this.strings = strings;
    this.foreign = !language.startsWith(LANGUAGES[0]);
    this.direction = language.startsWith("ar") ? "rtl" : "ltr";
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string} the key itself in plain letters where there is no word for it
   */
  say(key, values = {}) {
    const string = this.strings[key] ?? plain(key);
    const text = typeof string === "string" ? string : (string[this.#plural(Number(values.n))] ?? string.other ?? "");
    return text.replace(/\{(\w+)\}/g, (_, name) =>
      typeof values[name] === "number" ? this.number(values[name]) : (values[name] ?? ""),
    );
  }

  /** Whether there is a word for a key. @param {string} key */
  knows(key) {
    return key in this.strings;
  }

  /**
   * Something of `Intl`, made once: to make one takes milliseconds.
   *
   * @param {"PluralRules" | "NumberFormat" | "ListFormat" | "DateTimeFormat" | "DisplayNames"} kind
   * @param {object} [settings]
   */
  #intl(kind, settings) {
    const key = kind + JSON.stringify(settings);
    this.#made[key] ??= new /** @type {any} */ (Intl)[kind](this.language, settings);
    return this.#made[key];
  }

  /** @param {number} n @returns {Intl.LDMLPluralRule} */
  #plural(n) {
    return this.#intl("PluralRules").select(n);
  }

  /** @param {number} n @param {Intl.NumberFormatOptions} [format] */
  number(n, format) {
    // The first formatter of a page takes longer than all else that the index does before it opens.
    if (!format && Number.isInteger(n) && n >= 0 && n < 1000 && this.language.startsWith("en")) return String(n);
    return this.#intl("NumberFormat", format).format(n);
  }

  /** @param {string[]} names "a, b and c" */
  list(names) {
    return this.#intl("ListFormat", { type: "conjunction" }).format(names);
  }

  /**
   * A day, month or year as written in running text.
   *
   * @param {string} iso `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
   */
  day(iso) {
    const date = dateOf(iso);
    return Number.isNaN(date.valueOf()) ? iso : this.#dates(iso).format(date);
  }

  /** @param {string | null} from @param {string | null} to */
  period(from, to) {
    if (!from || !to)
      return from ? this.say("from", { day: this.day(from) }) : to ? this.say("until", { day: this.day(to) }) : "";
    if (from === to) return this.day(from);
    return this.#dates(from).formatRange(dateOf(from), dateOf(to));
  }

  /** @param {string} iso how days of this precision are written */
  #dates(iso) {
    const parts = iso.split("-").length;
    return this.#intl("DateTimeFormat", {
      year: "numeric",
      month: parts > 1 ? "long" : undefined,
      day: parts > 2 ? "numeric" : undefined,
      timeZone: "UTC",
    });
  }

  /**
   * @param {"currency" | "region"} type
   * @param {string} code
   * @param {string} [otherwise] where it has no name
   */
  named(type, code, otherwise = code) {
    try {
      return this.#intl("DisplayNames", { type, fallback: "none" }).of(code) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  /**
   * An entity's name: that of a nation in the reader's language.
   *
   * @param {import("./model.js").Entity} entity
   */
  name({ kind, name, nation }) {
    return this.foreign && kind === "nation" && nation?.length === 2 ? this.named("region", nation, name) : name;
  }
}

/** @param {string} iso */
function dateOf(iso) {
  return new Date(`${iso}${"-01-01".slice(iso.length - 4)}T00:00Z`);
}

/** `fact.head_of_state` as "Head of state". @param {string} key */
function plain(key) {
  return key
    .replace(/^.*\./, "")
    .replaceAll("_", " ")
    .replace(/^\w/, (c) => c.toUpperCase());
}
