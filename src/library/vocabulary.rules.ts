/** What an item is about. The Swedish word is the value of `amne` in the address. */
export const TOPICS = {
  violence: 'vald',
  alcohol: 'alkohol',
  drugs: 'narkotika',
  nicotine: 'nikotin',
  doping: 'dopning',
  gambling: 'spel',
  equality: 'jamstalldhet',
} as const;
export type Topic = keyof typeof TOPICS;

/** What kind of text an item is. The Swedish word is the value of `typ` in the address. */
export const ITEM_TYPES = {
  article: 'artikel',
  checklist: 'checklista',
  conversation: 'samtalsguide',
  exercise: 'ovning',
  factSheet: 'faktablad',
  film: 'film',
  guide: 'guide',
  training: 'utbildning',
} as const;
export type ItemType = keyof typeof ITEM_TYPES;

/** Whom an item is written for. The Swedish word is the value of `malgrupp` in the address. */
export const AUDIENCES = {
  parents: 'foraldrar',
  teenParents: 'tonarsforaldrar',
  fathers: 'pappagrupp',
  adults: 'vuxna',
  neighbours: 'grannar',
  usingViolence: 'den-som-skadar',
  young: 'unga',
  leaders: 'ledare',
  staff: 'personal',
} as const;
export type Audience = keyof typeof AUDIENCES;

/** Whether an item, or a measure of the plan, is on the site. */
export type PublishState = 'draft' | 'published';

/** The key whose word in the address is `word`; undefined for a word we do not use. */
export function keyOf<T extends Record<string, string>>(words: T, word: string | undefined) {
  const found = Object.entries(words).find(([, value]) => value === word);
  return found?.[0] as keyof T | undefined;
}
