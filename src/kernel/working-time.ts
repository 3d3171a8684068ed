import { addDays, weekdayOf, type CivilDate, type TimeOfDay } from './civil-date.js';
import { civilDateAt, instantOf, plusMinutes, timeOfDayAt } from './instant.js';

/** Whether nobody can be expected to answer or to be reached on a day that is no weekend. */
export type IsClosed = (date: CivilDate) => boolean;

/** Between these times, both included, people may be asked to have answered. */
const OPENS: TimeOfDay = '08:00';
const CLOSES: TimeOfDay = '20:00';

/** No office is closed for so long; who says so has closed every day there is. */
const LONGEST_SEARCH_DAYS = 366;
const MINUTE_MS = 60_000;

/** Whether the instant lies on a working day (Monday to Friday, not closed) between 08 and 20. */
export function isWorkingTime(at: Date, isClosed: IsClosed): boolean {
  const date = civilDateAt(at);
  return isWorkingDay(date, isClosed) && at >= opening(date) && at <= closing(date);
}

/**
 * The instant itself when it is working time, else the next that is: a day off moves to the same time
 * of the next working day, the night to its morning. @throws RangeError when every day is closed
 */
export function orNextWorkingTime(at: Date, isClosed: IsClosed): Date {
  let date = civilDateAt(at);
  let time = timeOfDayAt(at);
  if (at > closing(date)) {
    date = addDays(date, 1);
    time = OPENS;
  } else if (at < opening(date)) time = OPENS;
  const day = workingDayFrom(date, 1, isClosed);
  return day === civilDateAt(at) && time === timeOfDayAt(at) ? at : instantOf(day, time);
}

/**
 * The instant itself when it is working time, else the last that was.
 * @throws RangeError when every day is closed
 */
export function orLastWorkingTime(at: Date, isClosed: IsClosed): Date {
  const today = civilDateAt(at);
  const from = at < opening(today) ? addDays(today, -1) : today;
  const day = workingDayFrom(from, -1, isClosed);
  return day === today && at <= closing(day) ? at : closing(day);
}

/**
 * The instant after so many minutes of working time; from the next opening when it is none now.
 * @throws RangeError when every day is closed
 */
export function plusWorkingMinutes(at: Date, minutes: number, isClosed: IsClosed): Date {
  let left = minutes;
  let from = at;
  let day = civilDateAt(at);
  for (;;) {
    day = workingDayFrom(day, 1, isClosed);
    if (from < opening(day)) from = opening(day);
    const today = Math.max(0, (closing(day).getTime() - from.getTime()) / MINUTE_MS);
    if (from <= closing(day) && left <= today) return plusMinutes(from, left);
    left -= today;
    day = addDays(day, 1);
  }
}

/**
 * The same time of the working day that comes so many working days after the instant's own day; at night
 * the nearest time that is working time. @throws RangeError when every day is closed
 */
export function plusWorkingDays(at: Date, days: number, isClosed: IsClosed): Date {
  let day = civilDateAt(at);
  for (let count = 0; count < days; count += 1) day = workingDayFrom(addDays(day, 1), 1, isClosed);
  const time = timeOfDayAt(at);
  return instantOf(day, time < OPENS ? OPENS : time > CLOSES ? CLOSES : time);
}

function isWorkingDay(date: CivilDate, isClosed: IsClosed): boolean {
  return weekdayOf(date) <= 5 && !isClosed(date);
}

function workingDayFrom(date: CivilDate, step: 1 | -1, isClosed: IsClosed): CivilDate {
  for (let days = 0; days < LONGEST_SEARCH_DAYS; days += 1) {
    const day = addDays(date, days * step);
    if (isWorkingDay(day, isClosed)) return day;
  }
  throw new RangeError(`No working day within a year of ${date}`);
}

function opening(date: CivilDate): Date {
  return instantOf(date, OPENS);
}

function closing(date: CivilDate): Date {
  return instantOf(date, CLOSES);
}
