import { Temporal } from 'temporal-polyfill';

import type { CivilDate, TimeOfDay } from './civil-date.js';

/** The zone in which every date and time of the municipality is meant. */
const ZONE = 'Europe/Stockholm';

const MINUTE_MS = 60_000;

/**
 * The instant of a local date and time in {@link ZONE}. A time in the hour that spring leaves out
 * moves forward by that hour; a time in the hour that autumn has twice is the first of the two.
 */
export function instantOf(date: CivilDate, time: TimeOfDay): Date {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(local.toZonedDateTime(ZONE, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** The day it is in {@link ZONE} at that instant. */
export function civilDateAt(at: Date): CivilDate {
  return localAt(at).toPlainDate().toString();
}

/** The time of day it is in {@link ZONE} at that instant, cut to the minute. */
export function timeOfDayAt(at: Date): TimeOfDay {
  return localAt(at).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** The instant `minutes` of elapsed time later (earlier when negative). */
export function plusMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE_MS);
}

/** The instant `hours` of elapsed time later (earlier when negative). */
export function plusHours(at: Date, hours: number): Date {
  return plusMinutes(at, hours * 60);
}

function localAt(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
}
