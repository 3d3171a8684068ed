import { addDays, type CivilDate, type TimeOfDay } from '../kernel/civil-date.js';
import { civilDateAt, instantOf, plusHours, plusMinutes } from '../kernel/instant.js';

/** A reminder that comes later than this before its meeting helps nobody. */
const NOTICE_MINUTES = 30;
/** A reminder that was missed for so long, say because the server was down, is not sent at all. */
const MISSED_AFTER_HOURS = 12;
/** The zone is never further from UTC than this, and a missing hour moves by one. */
const NEIGHBOURING_DAYS = [-1, 0, 1];

/** When a rule reminds. */
export interface ReminderTime {
  readonly daysBefore: number;
  readonly atTime: TimeOfDay;
}

/** The UTC instant at which a rule reminds of a meeting on that local date. */
export function reminderTime(rule: ReminderTime, meetingDate: CivilDate): Date {
  return instantOf(addDays(meetingDate, -rule.daysBefore), rule.atTime);
}

/** The local dates of the meetings that a rule reminds of just now. */
export function meetingDatesDue(rule: ReminderTime, now: Date): CivilDate[] {
  const today = civilDateAt(now);
  return NEIGHBOURING_DAYS.map((day) => addDays(today, rule.daysBefore + day)).filter((date) =>
    isTimely(reminderTime(rule, date), now),
  );
}

/** The instant from which a reminder of a meeting with that start is of no use. */
export function uselessFrom(startsAt: Date): Date {
  return plusMinutes(startsAt, -NOTICE_MINUTES);
}

/** Meetings that start at this instant or earlier are not reminded of any more. */
export function earliestStart(now: Date): Date {
  return plusMinutes(now, NOTICE_MINUTES);
}

/**
 * Whether a person is reminded of a meeting by a rule: its time has come and was less than twelve
 * hours ago, the place was confirmed before it, and the meeting starts in more than 30 minutes.
 */
export function isDue(
  rule: ReminderTime,
  meeting: { readonly date: CivilDate; readonly startsAt: Date },
  confirmedAt: Date,
  now: Date,
): boolean {
  const time = reminderTime(rule, meeting.date);
  return isTimely(time, now) && confirmedAt < time && meeting.startsAt > earliestStart(now);
}

/** What makes a reminder be queued once: a moved meeting has another start, so another key. */
export function reminderKey(
  meeting: { readonly id: number; readonly startsAt: Date },
  enrolmentId: number,
  ruleCode: string,
): string {
  return `reminder:${meeting.id}:${meeting.startsAt.toISOString()}:${enrolmentId}:${ruleCode}`;
}

/** What a key of {@link reminderKey} names, or null when it is none. */
export function readReminderKey(
  key: string,
): { meetingId: number; startsAt: Date; enrolmentId: number } | null {
  const [, meeting, start, enrolment] =
    /^reminder:(\d+):([\dT:.-]+Z):(\d+):[\w-]+$/.exec(key) ?? [];
  if (start === undefined) return null;
  return { meetingId: Number(meeting), startsAt: new Date(start), enrolmentId: Number(enrolment) };
}

function isTimely(time: Date, now: Date): boolean {
  return time <= now && time > plusHours(now, -MISSED_AFTER_HOURS);
}
