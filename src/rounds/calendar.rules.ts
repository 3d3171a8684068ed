import ical, { ICalCalendarMethod } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { sha256 } from '../kernel/secret.js';
import type { Meeting } from './meeting.entity.js';

const REFRESH_SECONDS = 6 * 60 * 60;
const UID_LENGTH = 32;

/** The zone of all meetings, by the rule that has held since 1996. */
const STOCKHOLM = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Stockholm',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

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

/** The same for meetings in different places; `name` is what a calendar program that subscribes shows. */
export function calendarOfMany(
  entries: readonly CalendarEntry[],
  { name = null, ...words }: CalendarWords & { readonly name?: string | null },
): string {
  const calendar = ical({
    // Others may see the file: neither it nor its ids name the service.
    prodId: { company: 'Kalender', product: 'Kalender' },
    method: ICalCalendarMethod.PUBLISH,
    ...(name === null ? {} : { name, ttl: REFRESH_SECONDS }),
  });
  for (const { meeting, place } of entries.filter(({ meeting: { state } }) => state === 'planned'))
    calendar.createEvent({
      id: sha256(`${words.host} meeting ${meeting.id}`).slice(0, UID_LENGTH),
      sequence: meeting.version,
      stamp: instant(words.now),
      start: instant(meeting.startsAt),
      end: instant(meeting.endsAt),
      summary: words.title,
      ...(place === null ? {} : { location: place }),
    });
  const lines = calendar.toString().split('\r\n');
  // A calendar without any part is not valid (RFC 5545, 3.6), and some programs refuse it.
  if (calendar.length() === 0) lines.splice(lines.indexOf('END:VCALENDAR'), 0, ...STOCKHOLM);
  return `${lines.join('\r\n').trimEnd()}\r\n`;
}

function instant(at: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime());
}
