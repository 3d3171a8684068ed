import { latinDigits, normalText } from '../kernel/text.js';
import { valuesOf, type PageParameters, type Parameter } from '../platform/web/page-query.rules.js';
import type { LibraryFilter } from './library.queries.js';
import { AUDIENCES, ITEM_TYPES, TOPICS, keyOf } from './vocabulary.rules.js';

const LONGEST_SEARCH = 80;

/** Every query parameter that changes the list. Words that we do not use ask nothing. */
export const LIBRARY_PARAMETERS = {
  amne: someOf(TOPICS),
  typ: someOf(ITEM_TYPES),
  malgrupp: someOf(AUDIENCES),
  q: {
    kind: 'search',
    read: (typed) => latinDigits(normalText(typed)).slice(0, LONGEST_SEARCH) || undefined,
  },
} satisfies PageParameters;

/** The query of the library's address as a filter. */
export function readLibraryFilter(query: Readonly<Record<string, unknown>>): LibraryFilter {
  const { amne, typ, malgrupp, q } = LIBRARY_PARAMETERS;
  return {
    topics: keysOf(TOPICS, valuesOf(amne, query['amne'])),
    types: keysOf(ITEM_TYPES, valuesOf(typ, query['typ'])),
    audiences: keysOf(AUDIENCES, valuesOf(malgrupp, query['malgrupp'])),
    search: valuesOf(q, query['q'])[0] ?? '',
  };
}

function someOf(words: Readonly<Record<string, string>>): Parameter<string> {
  return { kind: 'several', read: (word) => Object.values(words).find((known) => known === word) };
}

function keysOf<Words extends Record<string, string>>(
  known: Words,
  given: readonly string[],
): (keyof Words)[] {
  return given.map((word) => keyOf(known, word)).filter((key) => key !== undefined);
}
