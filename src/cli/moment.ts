import { isCivilDate, isTimeOfDay } from '../kernel/civil-date.js';
import { civilDateAt, instantOf } from '../kernel/instant.js';

/**
 * The instant meant by a local time as people type it: `2027-01-19 09:00`, `2027-01-19T09:00`, or
 * `09:00` for today. Null when it is none.
 */
export function momentOf(typed: string, now: Date): Date | null {
  const [first = '', second] = typed.trim().split(/[ T]+/);
  const [date, time] = second === undefined ? [civilDateAt(now), first] : [first, second];
  return isCivilDate(date) && isTimeOfDay(time) ? instantOf(date, time) : null;
}
