import { Temporal } from 'temporal-polyfill';
import { addDays, type CivilDate, type Weekday, weekdayOf } from '../kernel/civil-date.js';

/** School holidays in Umeå (autumn v. 44, winter v. 10) and the weeks around Christmas. */
const WEEKS_WITHOUT_MEETINGS: ReadonlySet<number> = new Set([1, 10, 44, 52, 53]);

/** Half of the year that a round starts in, as its label names it. */
export type Term = 'spring' | 'autumn';

/** Whether no meetings are planned in the ISO week of that day. */
export function isHolidayWeek(date: CivilDate): boolean {
  const week = Temporal.PlainDate.from(date).weekOfYear;
  return week !== undefined && WEEKS_WITHOUT_MEETINGS.has(week);
}

/** Spring until the end of June, autumn after it. */
export function termOf(date: CivilDate): Term {
  return date.slice(5) < '07-01' ? 'spring' : 'autumn';
}

/** The first such weekday on `date` or after it. */
export function nextWeekday(date: CivilDate, weekday: Weekday): CivilDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/**
 * Dates of `count` weekly meetings, in order, of which number `index` (from 0) is on `anchor`.
 * Holiday weeks are left out in both directions, except that the anchor itself always stands.
 */
export function weeklyDates(anchor: CivilDate, count: number, index = 0): CivilDate[] {
  const before = weeks(anchor, -7, index).reverse();
  return [...before, anchor, ...weeks(anchor, 7, count - index - 1)];
}

function weeks(anchor: CivilDate, step: 7 | -7, count: number): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let date = addDays(anchor, step); dates.length < count; date = addDays(date, step))
    if (!isHolidayWeek(date)) dates.push(date);
  return dates;
}
