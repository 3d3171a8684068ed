import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Meeting } from './meeting.entity.js';

/** One meeting as a calendar needs it. */
export type CalendarMeeting = Pick<Meeting, 'id' | 'startsAt' | 'endsAt' | 'state' | 'version'>;

/** What a calendar file says about every meeting. */
export interface CalendarWords {
  /** Says nothing about the course, because others may see the calendar: "Träff". */
  readonly title: string;
  /** Host of the site, for ids that stay the same when the file is fetched again. */
  readonly host: string;
  /** When the file is made. */
  readonly now: Date;
}

/** A meeting and where it is. */
export interface CalendarEntry {
  readonly meeting: CalendarMeeting;
  /** null: the file names no place. */
  readonly place: string | null;
}

/** The planned meetings of a round, all in one place, as an iCalendar file, in UTC. */
export function calendarOf(
  meetings: readonly CalendarMeeting[],
  { place, ...words }: CalendarWords & Pick<CalendarEntry, 'place'>,
): string {
  return calendarOfMany(
    meetings.map((meeting) => ({ meeting, place })),
    words,
  );
}

/** The same for meetings in different places. */
export function calendarOfMany(entries: readonly CalendarEntry[], words: CalendarWords): string {
  const calendar = ical({ prodId: { company: 'Familjepeppen', product: 'Familjepeppen' } });
  for (const { meeting, place } of entries.filter(({ meeting: { state } }) => state === 'planned'))
    calendar.createEvent({
      id: `meeting-${String(meeting.id)}@${words.host}`,
      sequence: meeting.version,
      stamp: instant(words.now),
      start: instant(meeting.startsAt),
      end: instant(meeting.endsAt),
      summary: words.title,
      ...(place === null ? {} : { location: place }),
    });
  return calendar.toString();
}

function instant(at: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime());
}
