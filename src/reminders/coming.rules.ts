import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { civilDateAt, instantOf } from '../kernel/instant.js';

const ASKED_DAYS_BEFORE = 7;
/** Who has not answered after so many days is called. */
const SILENT_DAYS = 3;
/** Who got the seat so short a time before the question has just said that they are coming. */
const JUST_CONFIRMED_DAYS = 3;
const AT = '09:00';

/** When people are asked whether they come to what starts at that instant: a week before, at nine. */
export function askTime(startsAt: Date): Date {
  return daysBefore(startsAt, ASKED_DAYS_BEFORE);
}

/** Starts to look at when somebody is asked `now`: a little wider than {@link isTimeToAsk}. */
export function startsAskedAbout(now: Date): { readonly from: Date; readonly until: Date } {
  const today = civilDateAt(now);
  return {
    from: instantOf(addDays(today, ASKED_DAYS_BEFORE - SILENT_DAYS), '00:00'),
    until: instantOf(addDays(today, ASKED_DAYS_BEFORE + 1), '00:00'),
  };
}

/**
 * Whether people are asked `now`: the time has come, and there is still time to answer before staff
 * would have to call.
 */
export function isTimeToAsk(startsAt: Date, now: Date): boolean {
  return now >= askTime(startsAt) && now < daysBefore(startsAt, ASKED_DAYS_BEFORE - SILENT_DAYS);
}

/** Whether somebody with a seat since `confirmedAt` is asked. */
export function isAsked(confirmedAt: Date, startsAt: Date): boolean {
  return confirmedAt < daysBefore(startsAt, ASKED_DAYS_BEFORE + JUST_CONFIRMED_DAYS);
}

/** Questions asked before this instant, and not answered, are tasks to call `now`: three days on, at nine. */
export function silentIfAskedBefore(now: Date): Date {
  const today = civilDateAt(now);
  const day = now >= instantOf(today, AT) ? today : addDays(today, -1);
  return instantOf(addDays(day, 1 - SILENT_DAYS), '00:00');
}

function daysBefore(startsAt: Date, days: number): Date {
  const date: CivilDate = civilDateAt(startsAt);
  return instantOf(addDays(date, -days), AT);
}
