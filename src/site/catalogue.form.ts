import { z } from 'zod';
import type { Weekday } from '../kernel/civil-date.js';
import { latinDigits, normalText } from '../kernel/text.js';
import { isLanguage } from '../platform/web/locale.js';
import { valuesOf, type PageParameters, type Parameter } from '../platform/web/page-query.rules.js';
import { AGE_BANDS, type AgeBand } from '../rounds/round-words.rules.js';

const LONGEST_SEARCH = 100;
const LAST_PAGE = 500;

/** How somebody takes part, as the address spells it. */
export const FORM_CHOICES = ['pa-plats', 'digitalt'] as const;
export type FormChoice = (typeof FORM_CHOICES)[number];

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Every query parameter that changes the catalogue, in the order in which links write them. An address is
 * no form: what it cannot mean is left out, so that an old link still shows courses.
 */
export const CATALOGUE_PARAMETERS = {
  alder: someOf(AGE_BANDS),
  sprak: {
    kind: 'several',
    read: (code) =>
      /^[a-z]{2,3}(-(?:[A-Za-z]{2}|[A-Za-z]{4}))?$/.test(code) && isLanguage(code)
        ? code
        : undefined,
  },
  form: someOf(FORM_CHOICES),
  dag: someOf(WEEKDAYS),
  lediga: { kind: 'one', read: (typed) => (typed === '1' ? typed : undefined) },
  q: {
    kind: 'search',
    read: (typed) => normalText(typed).slice(0, LONGEST_SEARCH) || undefined,
  },
  // The first page has no number in its address.
  sida: { kind: 'one', read: (typed) => pageNumber.safeParse(latinDigits(typed)).data },
} satisfies PageParameters;

const pageNumber = z.coerce.number().int().min(2).max(LAST_PAGE);

/** The filters of the catalogue, as chosen. */
export interface CatalogueFilters {
  readonly alder: readonly AgeBand[];
  readonly sprak: readonly string[];
  readonly form: readonly FormChoice[];
  readonly dag: readonly Weekday[];
  readonly lediga: boolean;
  readonly q: string;
  readonly sida: number;
}

/** The filters in a query string; without any, everything is wanted. */
export function readCatalogueFilters(query: Readonly<Record<string, unknown>>): CatalogueFilters {
  const { alder, sprak, form, dag, lediga, q, sida } = CATALOGUE_PARAMETERS;
  return {
    alder: valuesOf(alder, query['alder']),
    sprak: valuesOf(sprak, query['sprak']),
    form: valuesOf(form, query['form']),
    dag: valuesOf(dag, query['dag']),
    lediga: valuesOf(lediga, query['lediga']).length > 0,
    q: valuesOf(q, query['q'])[0] ?? '',
    sida: valuesOf(sida, query['sida'])[0] ?? 1,
  };
}

/** Several of these may be chosen; their digits may be Arabic or Persian. */
function someOf<T extends number | string>(known: readonly T[]): Parameter<T> {
  return {
    kind: 'several',
    read: (typed) => known.find((value) => String(value) === latinDigits(typed)),
  };
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
