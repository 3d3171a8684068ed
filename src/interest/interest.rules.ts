import { addDays, addMonths } from '../kernel/civil-date.js';
import { civilDateAt, instantOf, plusHours, timeOfDayAt } from '../kernel/instant.js';

/** Those who have asked hear of a round so long before everybody else. */
const HEAD_START_HOURS = 48;
/** After so long people are asked whether they want to stay on the list. */
const ASKED_AFTER_MONTHS = 6;
/** After so long without a word from the person the row goes. */
const KEPT_MONTHS = 13;
/** Nobody is asked at night. */
const ASKED_FROM = '09:00';

/**
 * From when a round that is published `now` shows to everybody: two days later. Where enrolment closes
 * soon, after half of the time that is left, so that the others get their turn too.
 */
export function headStartEnd(now: Date, enrolUntil: Date): Date {
  const left = Math.max(0, enrolUntil.getTime() - now.getTime());
  return new Date(Math.min(plusHours(now, HEAD_START_HOURS).getTime(), now.getTime() + left / 2));
}

/**
 * Who wanted this before the instant is asked `now` whether to stay: six months on, from nine in the
 * morning by local time.
 */
export function askedIfBefore(now: Date): Date {
  const today = civilDateAt(now);
  const day = timeOfDayAt(now) >= ASKED_FROM ? today : addDays(today, -1);
  return endOfDay(addMonths(day, -ASKED_AFTER_MONTHS));
}

/** Rows of people who wanted this before the instant are deleted `now`: thirteen months on. */
export function goneIfBefore(now: Date): Date {
  return endOfDay(addMonths(civilDateAt(now), -KEPT_MONTHS));
}

function endOfDay(date: string): Date {
  return instantOf(addDays(date, 1), '00:00');
}
