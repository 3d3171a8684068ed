import { Injectable } from '@nestjs/common';
import type Holidays from 'date-holidays';

import type { CivilDate } from '../kernel/civil-date.js';
import { civilDateAt } from '../kernel/instant.js';
import { plusWorkingDays, type IsClosed } from '../kernel/working-time.js';
import type { Reader } from '../platform/database/database.js';
import { ClosedDay } from './closed-day.entity.js';

const years = new Map<number, ReadonlySet<CivilDate>>();
let calendar: Promise<Holidays> | null = null;

/** Days on which nobody is expected to answer: red days, and the municipality's own closed days. */
@Injectable()
export class WorkingDays {
  /** The end of the working day that is `days` after now, for what is promised within so many. */
  async within(em: Reader, days: number, now: Date): Promise<Date> {
    return plusWorkingDays(now, days, await this.closedAround(em, civilDateAt(now)));
  }

  /** Knows the years of `around` and of the ones beside it. One query. */
  async closedAround(em: Reader, around: CivilDate): Promise<IsClosed> {
    const year = Number(around.slice(0, 4));
    const red = await Promise.all([year - 1, year, year + 1].map(redDays));
    const own = await em.find(ClosedDay, { select: { id: true, date: true } });
    const closed = new Set([...red.flatMap((days) => [...days]), ...own.map(({ date }) => date)]);
    return (date) => closed.has(date);
  }
}

/**
 * The red days of a year in Sweden, with the eves on which offices are closed as well: Midsummer's,
 * Christmas and New Year's Eve. From date-holidays, whose data are CC-BY 3.0.
 */
async function redDays(year: number): Promise<ReadonlySet<CivilDate>> {
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
