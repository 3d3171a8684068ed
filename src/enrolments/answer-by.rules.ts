import { plusHours } from '../kernel/instant.js';
import {
  orLastWorkingTime,
  orNextWorkingTime,
  plusWorkingMinutes,
  type IsClosed,
} from '../kernel/working-time.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;

/** So long before the meeting everything is settled, so that people get there. */
const SETTLED_HOURS_BEFORE = 2;
/** Less working time than this is no time to answer. */
const SHORTEST_MINUTES = 60;

/** A meeting that a seat could be filled from. */
interface OfferedMeeting {
  readonly number: number;
  readonly startsAt: Date;
  readonly state: 'planned' | 'cancelled';
}

/**
 * When an offer made now has to be answered: two days, one day within a week of the meeting, four working
 * hours within three days of it; always on a working day between 08 and 20, and two hours before the
 * meeting. Null when there is not an hour of working time left until then.
 */
function answerBefore(meetingAt: Date, now: Date, isClosed: IsClosed): Date | null {
  const latest = orLastWorkingTime(plusHours(meetingAt, -SETTLED_HOURS_BEFORE), isClosed);
  if (plusWorkingMinutes(now, SHORTEST_MINUTES, isClosed) > latest) return null;
  const ahead = meetingAt.getTime() - now.getTime();
  const usual =
    ahead >= 7 * DAY
      ? orNextWorkingTime(plusHours(now, 48), isClosed)
      : ahead >= 3 * DAY
        ? orNextWorkingTime(plusHours(now, 24), isClosed)
        : plusWorkingMinutes(now, 4 * 60, isClosed);
  const by = usual < latest ? usual : latest;
  // Shown to the minute, so it ends on one.
  return new Date(Math.floor(by.getTime() / MINUTE) * MINUTE);
}

/**
 * The answer-by of a seat offered now: for the next meeting that leaves time to answer, up to and
 * including meeting number `lastMeeting`. Null when the time of offering seats is over.
 */
export function answerBy(
  meetings: readonly OfferedMeeting[],
  lastMeeting: number,
  now: Date,
  isClosed: IsClosed,
): Date | null {
  const coming = meetings
    .filter(({ state, number }) => state === 'planned' && number <= lastMeeting)
    .filter(({ startsAt }) => startsAt > now)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const { startsAt } of coming) {
    const by = answerBefore(startsAt, now, isClosed);
    if (by !== null) return by;
  }
  return null;
}
