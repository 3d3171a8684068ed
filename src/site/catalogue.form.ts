import { z } from 'zod';
import type { Weekday } from '../kernel/civil-date.js';
import { latinDigits, normalText } from '../kernel/text.js';
import { AGE_BANDS } from '../rounds/round-words.rules.js';

const LONGEST_SEARCH = 100;
const LAST_PAGE = 500;

/** How somebody takes part, as the address spells it. */
export const FORM_CHOICES = ['pa-plats', 'digitalt'] as const;
export type FormChoice = (typeof FORM_CHOICES)[number];

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Every query parameter that changes the catalogue, in the order in which links write them. */
export const CATALOGUE_PARAMETERS = [
  'alder',
  'sprak',
  'form',
  'dag',
  'lediga',
  'q',
  'sida',
] as const;

/** One value or several, as they come in an address; what is no choice of ours is left out. */
function several<T>(choice: z.ZodType<T>) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => {
      const values = typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
      const chosen = values.flatMap((value) => choice.safeParse(value).data ?? []);
      return [...new Set(chosen)];
    });
}

const weekday = z
  .string()
  .transform((typed) => WEEKDAYS.find((day) => String(day) === latinDigits(typed)))
  .pipe(z.literal([1, 2, 3, 4, 5, 6, 7]));

const page = z.coerce.number().int().min(1).max(LAST_PAGE);

/**
 * The filters of the catalogue. An address is no form: what it cannot mean is left out, so that an
 * old link still shows courses.
 */
const catalogueQuery = z.object({
  alder: several(z.string().transform(latinDigits).pipe(z.enum(AGE_BANDS))),
  sprak: several(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/)),
  form: several(z.enum(FORM_CHOICES)),
  dag: several(weekday),
  lediga: z.unknown().transform((typed) => typed === '1'),
  q: z
    .unknown()
    .transform((typed) => (typeof typed === 'string' ? normalText(typed) : ''))
    .transform((text) => text.slice(0, LONGEST_SEARCH)),
  sida: z
    .unknown()
    .transform(
      (typed) => page.safeParse(typeof typed === 'string' ? latinDigits(typed) : 1).data ?? 1,
    ),
});

/** The filters of the catalogue, as chosen. */
export type CatalogueFilters = z.output<typeof catalogueQuery>;

/** The filters in a query string; without any, everything is wanted. */
export function readCatalogueFilters(query: Readonly<Record<string, unknown>>): CatalogueFilters {
  const wanted = CATALOGUE_PARAMETERS.map((name) => [name, query[name]] as const);
  return catalogueQuery.parse(Object.fromEntries(wanted));
}

/** Whether anything is chosen but the page. */
export function isFiltered(filters: CatalogueFilters): boolean {
  const { alder, sprak, form, dag, lediga, q } = filters;
  return lediga || q !== '' || [alder, sprak, form, dag].some((chosen) => chosen.length > 0);
}

/** The query string of other filters, in one order, so that the same choice has one address. */
export function catalogueAddress(filters: CatalogueFilters, page: number): string {
  const query = new URLSearchParams();
  for (const name of ['alder', 'sprak', 'form', 'dag'] as const)
    for (const value of filters[name]) query.append(name, String(value));
  if (filters.lediga) query.set('lediga', '1');
  if (filters.q !== '') query.set('q', filters.q);
  if (page > 1) query.set('sida', String(page));
  const text = query.toString();
  return text === '' ? '/kurser' : `/kurser?${text}`;
}
