import type { CivilDate, TimeOfDay } from '../../kernel/civil-date.js';
import { civilDateAt, timeOfDayAt } from '../../kernel/instant.js';
import type { Language } from '../config/settings.js';
import type { TextKey } from './resources.js';

export type Direction = 'ltr' | 'rtl';

/** Facts that a text may name; `count` chooses the plural form. */
export type TextFacts = Readonly<Record<string, string | number>>;

/** Looks up a text; kept apart so that presenters can be tested with a plain function. */
export type Translate = (language: Language, key: string, facts?: TextFacts) => string;

const INTL: Readonly<Record<Language, string>> = {
  sv: 'sv-SE',
  en: 'en-GB',
  ar: 'ar-u-nu-latn-ca-gregory',
};

/** Stands in a text where a fact goes; occurs in no text. */
const GAP = '\uFFFC';

/** The direction in which a language is written; any language code, not only the interface's. */
export function directionOf(language: string): Direction {
  return ['ar', 'fa', 'he', 'ur', 'ckb', 'ps'].includes(language) ? 'rtl' : 'ltr';
}

function utcNoon(date: CivilDate): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** Everything a presenter needs in order to speak one language. Figures are 0–9 in every language. */
export class Locale {
  readonly dir: Direction;

  constructor(
    readonly language: Language,
    private readonly translate: Translate,
  ) {
    this.dir = directionOf(language);
  }

  /** The text under a key, with facts filled in. */
  t(key: TextKey, facts?: TextFacts): string {
    return this.text(key, facts);
  }

  /**
   * The text before and after one fact, for a fact that is marked up by itself: a telephone number in
   * the middle of a sentence is a link, and stays left to right in an Arabic one.
   */
  around(key: TextKey, fact: string): { readonly before: string; readonly after: string } {
    const sentence = this.translate(this.language, key, { [fact]: GAP });
    const [before = '', after = ''] = sentence.split(GAP);
    return { before, after };
  }

  /** The text under a key that only a template knows; tests hold templates to existing keys. */
  text(key: string, facts?: TextFacts): string {
    const isolated = facts && this.dir === 'rtl' ? isolate(facts) : facts;
    return this.translate(this.language, key, isolated);
  }

  /** A public address in this language: `/kurser` → `/sv/kurser`; '' is the start page. */
  href(path: string): string {
    return `/${this.language}${path}`;
  }

  /** "tisdag 19 januari" */
  longDate(date: CivilDate): string {
    return this.date(date, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  /** "tisdag 19 januari 2027" */
  fullDate(date: CivilDate): string {
    return this.date(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** "tis 19 januari" */
  shortDate(date: CivilDate): string {
    return this.date(date, { weekday: 'short', day: 'numeric', month: 'long' });
  }

  /** "19 januari" */
  dayAndMonth(date: CivilDate): string {
    return this.date(date, { day: 'numeric', month: 'long' });
  }

  /** "19 januari 2027" */
  plainDate(date: CivilDate): string {
    return this.date(date, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** "januari 2027" */
  month(date: CivilDate): string {
    return this.date(date, { month: 'long', year: 'numeric' });
  }

  /** "tisdag" */
  weekday(date: CivilDate): string {
    return this.date(date, { weekday: 'long' });
  }

  /** 24-hour time: "17.30" in Swedish, "17:30" elsewhere. */
  time(time: TimeOfDay): string {
    return this.language === 'sv' ? time.replace(':', '.') : time;
  }

  /** "17.30–19.30" */
  timeSpan(start: TimeOfDay, end: TimeOfDay): string {
    return `${this.time(start)}–${this.time(end)}`;
  }

  /** An instant as Swedish wall time: "tisdag 19 januari 17.30". */
  moment(at: Date): string {
    return `${this.longDate(civilDateAt(at))} ${this.time(timeOfDayAt(at))}`;
  }

  /** "Maria, Johan och Kim", as the language joins them. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(INTL[this.language], { type: 'conjunction' }).format(parts);
  }

  /** A language's name in this language: "arabiska". */
  languageName(code: string): string {
    return languageName(this.language, code);
  }

  private date(date: CivilDate, format: Intl.DateTimeFormatOptions): string {
    return dateFormat(this.language, format)
      .format(utcNoon(date))
      .replace(/^(\p{L}+)\. /u, '$1 ');
  }
}

/**
 * Words and numbers of another script inside a right-to-left sentence keep their own direction
 * (Unicode FSI … PDI); otherwise "090-16 00 00" would be read backwards.
 */
function isolate(facts: TextFacts): TextFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' ? `\u2068${fact}\u2069` : fact,
    ]),
  );
}

const namedLanguages = new Intl.DisplayNames(['sv'], { type: 'language', fallback: 'none' });

/** Whether a well-formed language tag names a language. */
export function isLanguage(tag: string): boolean {
  return namedLanguages.of(tag) !== undefined;
}

const displayNames = new Map<Language, Intl.DisplayNames>();
const names = new Map<string, string>();
/** Codes come from addresses too. */
const MOST_NAMES = 1_000;

/** Looking a name up in Intl is dear as well; there are few languages and every list names some. */
function languageName(language: Language, code: string): string {
  const key = `${language} ${code}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const intl =
    displayNames.get(language) ?? new Intl.DisplayNames([INTL[language]], { type: 'language' });
  displayNames.set(language, intl);
  const name = intl.of(code) ?? code;
  if (names.size < MOST_NAMES) names.set(key, name);
  return name;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl formats are dear to make and cheap to use, so each is made once. */
function dateFormat(language: Language, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.entries(format).join(' ')}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(INTL[language], { ...format, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}
