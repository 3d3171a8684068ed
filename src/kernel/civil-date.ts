import { Temporal } from 'temporal-polyfill';

/** A day in the calendar without time or zone, `YYYY-MM-DD`. Compares correctly as text. */
export type CivilDate = string;

/** A time of day without date or zone, 24-hour `HH:MM`. Compares correctly as text. */
export type TimeOfDay = string;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const WEEKDAYS: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** Whether the text is a time of day, written `HH:MM` from `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The day `days` later (earlier when negative). Throws a `RangeError` when `date` is not a day. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(utcMidnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day `months` later (earlier when negative), or the last of that month where it has no such day.
 * Throws a `RangeError` when `date` is not a day.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY_MS;
}

/** The weekday of a day. */
export function weekdayOf(date: CivilDate): Weekday {
  const day = WEEKDAYS[new Date(utcMidnight(date)).getUTCDay()];
  if (day === undefined) throw new RangeError(`No weekday for ${date}`);
  return day;
}

function utcMidnight(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`Not a civil date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}
