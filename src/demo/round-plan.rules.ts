import { addDays, type CivilDate, type TimeOfDay } from '../kernel/civil-date.js';
import { instantOf } from '../kernel/instant.js';
import type { DemoRound, DemoTiming } from './content/rounds/demo-round.js';
import { isHolidayWeek, nextWeekday, weeklyDates } from './demo-dates.rules.js';

/** Days before the first meeting on which enrolment closes, where there is time for it. */
const CLOSES_DAYS_BEFORE = 7;

/** One meeting as it will be stored. */
export interface PlannedMeeting {
  /** From 1; a replacement has the number of what it replaces. */
  readonly number: number;
  readonly date: CivilDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: 'planned' | 'cancelled';
  readonly replaces: boolean;
}

/** A round of the demo on real dates. */
export interface RoundPlan {
  readonly firstDate: CivilDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The last minute of the last day. */
  readonly enrolUntil: Date;
  readonly decisionDate: CivilDate | null;
  /** A cancelled meeting is followed by the one that replaces it. */
  readonly meetings: readonly PlannedMeeting[];
}

/** Puts a round of the demo, with so many meetings, on dates around `today`. */
export function planRound(demo: DemoRound, meetingCount: number, today: CivilDate): RoundPlan {
  const dates = datesOf(demo.timing, meetingCount, today);
  const meetings = dates.flatMap((date, index) => {
    const at = (day: CivilDate) => onDay(day, demo.startTime, demo.endTime);
    const meeting = { number: index + 1, state: 'planned', replaces: false, ...at(date) } as const;
    if (demo.moved?.meeting !== index) return [meeting];
    const instead = at(addDays(date, demo.moved.daysLater));
    return [
      { ...meeting, state: 'cancelled' } as const,
      { ...meeting, ...instead, replaces: true },
    ];
  });
  const planned = meetings.filter((meeting) => meeting.state === 'planned');
  const [first, last] = [planned[0], planned.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`${demo.slug}: no meetings`);
  return {
    firstDate: first.date,
    startsAt: first.startsAt,
    endsAt: last.endsAt,
    enrolUntil: instantOf(lastDayToEnrol(first.date, today), '23:59'),
    decisionDate: demo.decisionInDays === null ? null : addDays(today, demo.decisionInDays),
    meetings,
  };
}

function datesOf(timing: DemoTiming, count: number, today: CivilDate): CivilDate[] {
  const index = 'meeting' in timing ? timing.meeting : 0;
  if ('daysAhead' in timing) return weeklyDates(addDays(today, timing.daysAhead), count, index);
  let anchor = nextWeekday(addDays(today, timing.weeksAhead * 7), timing.weekday);
  while (isHolidayWeek(anchor)) anchor = addDays(anchor, 7);
  return weeklyDates(anchor, count, index);
}

function lastDayToEnrol(firstDate: CivilDate, today: CivilDate): CivilDate {
  const usual = addDays(firstDate, -CLOSES_DAYS_BEFORE);
  return usual <= today && firstDate > today ? addDays(firstDate, -1) : usual;
}

function onDay(date: CivilDate, start: TimeOfDay, end: TimeOfDay) {
  return { date, startsAt: instantOf(date, start), endsAt: instantOf(date, end) };
}
