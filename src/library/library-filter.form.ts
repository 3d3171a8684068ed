import { z } from 'zod';
import { latinDigits, normalText } from '../kernel/text.js';
import type { LibraryFilter } from './library.queries.js';
import { AUDIENCES, ITEM_TYPES, TOPICS, keyOf } from './vocabulary.rules.js';

const LONGEST_SEARCH = 80;

/** One word, several, or none; a filter may be given more than once in an address. */
const words = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat()))
  .catch([]);

const query = z.object({
  amne: words,
  typ: words,
  malgrupp: words,
  q: z
    .string()
    .transform((typed) => latinDigits(normalText(typed)).slice(0, LONGEST_SEARCH))
    .catch(''),
});

/** Every query parameter that changes the list. */
export const LIBRARY_PARAMETERS = Object.keys(query.shape);

/** The query of the library's address as a filter. Words that we do not use ask nothing. */
export function readLibraryFilter(given: unknown): LibraryFilter {
  const { amne, typ, malgrupp, q } = query
    .catch({ amne: [], typ: [], malgrupp: [], q: '' })
    .parse(given);
  return {
    topics: keysOf(TOPICS, amne),
    types: keysOf(ITEM_TYPES, typ),
    audiences: keysOf(AUDIENCES, malgrupp),
    search: q,
  };
}

function keysOf<Words extends Record<string, string>>(
  known: Words,
  given: readonly string[],
): (keyof Words)[] {
  return given.map((word) => keyOf(known, word)).filter((key) => key !== undefined);
}
