import type { CheerioAPI } from 'cheerio';
import { tidy } from './seen-page.js';

/** Words as a reader gets them, and the language that the page says they are in. */
export interface PageWords {
  readonly text: string;
  readonly language: string;
}

const TEXT_NODE = 3;
const SPOKEN_ATTRIBUTES = ['alt', 'aria-label', 'placeholder', 'title'];

/** All words of a page: what is printed, what is read aloud, the title and the description. */
export function wordsOf($: CheerioAPI): PageWords[] {
  const words: PageWords[] = [];
  for (const element of $('*').not('script, style').toArray()) {
    const language = $(element).closest('[lang]').attr('lang') ?? '';
    const own = $(element)
      .contents()
      .toArray()
      .filter((node) => node.nodeType === TEXT_NODE)
      .map((node) => $(node).text());
    const spoken = SPOKEN_ATTRIBUTES.map((name) => $(element).attr(name) ?? '');
    const description = $(element).is('meta[name=description]')
      ? ($(element).attr('content') ?? '')
      : '';
    for (const text of [...own, ...spoken, description].map(tidy))
      if (text !== '') words.push({ text, language });
  }
  return words;
}

/** Small words that every Swedish sentence has and that mean nothing in English. */
const SWEDISH_WORDS = new Set(
  'och att inte eller det som är på för av till du när hur ett vi kan ska har från om vad vem din ditt dina utan efter också'.split(
    ' ',
  ),
);

/** Codes, references and addresses of ours: whatever letters chance has put into them. */
const MADE_BY_CHANCE = /https?:\/\/\S+|\b[2-9A-Z]{4}-[2-9A-Z]{4}\b|\b[2-9A-Z]{6}\b/g;

/** Whether a text that says it is not Swedish still is. `names` are proper names, which have no language. */
export function looksSwedish(text: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), text);
  const words =
    rest
      .replace(MADE_BY_CHANCE, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.some((word) => /[åäö]/.test(word) || SWEDISH_WORDS.has(word));
}
