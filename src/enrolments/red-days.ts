import type Holidays from 'date-holidays';

import type { CivilDate } from '../kernel/civil-date.js';

const years = new Map<number, ReadonlySet<CivilDate>>();
let calendar: Promise<Holidays> | null = null;

/**
 * The red days of a year in Sweden, with the eves on which offices are closed as well: Midsummer's,
 * Christmas and New Year's Eve. From date-holidays, whose data are CC-BY 3.0.
 */
export async function redDays(year: number): Promise<ReadonlySet<CivilDate>> {
  const known = years.get(year);
  if (known) return known;
  // Read when it is needed first: it costs 0.2 s, which nobody should wait for at the start.
  calendar ??= import('date-holidays').then(({ default: Calendar }) => new Calendar('SE'));
  const days = (await calendar)
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10));
  const found = new Set(days);
  years.set(year, found);
  return found;
}
