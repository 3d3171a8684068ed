import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Meeting } from './meeting.entity.js';

/** One meeting as a calendar needs it. */
export type CalendarMeeting = Pick<Meeting, 'id' | 'startsAt' | 'endsAt' | 'state' | 'version'>;

/** What every meeting in a calendar file is called, and where it is. */
export interface CalendarWords {
  /** Says nothing about the course, because others may see the calendar: "Träff". */
  readonly title: string;
  /** null: the file names no place. */
  readonly place: string | null;
  /** Host of the site, for ids that stay the same when the file is fetched again. */
  readonly host: string;
  /** When the file is made. */
  readonly now: Date;
}

/** The planned meetings of a round as an iCalendar file, in UTC. */
export function calendarOf(meetings: readonly CalendarMeeting[], words: CalendarWords): string {
  const calendar = ical({ prodId: { company: 'Familjepeppen', product: 'Familjepeppen' } });
  for (const meeting of meetings.filter(({ state }) => state === 'planned'))
    calendar.createEvent({
      id: `meeting-${String(meeting.id)}@${words.host}`,
      sequence: meeting.version,
      stamp: instant(words.now),
      start: instant(meeting.startsAt),
      end: instant(meeting.endsAt),
      summary: words.title,
      ...(words.place === null ? {} : { location: words.place }),
    });
  return calendar.toString();
}

function instant(at: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime());
}
