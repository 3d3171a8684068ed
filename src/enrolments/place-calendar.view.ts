import { calendarOf, calendarOfMany } from '../rounds/calendar.rules.js';
import type { FeedMeeting } from './calendar-feeds.service.js';
import type { OwnPlace } from './enrolments.queries.js';
import { placeLine } from './place-words.view.js';
import type { Locale } from '../platform/web/locale.js';

/** The calendar file of a person's place: every entry is called "Träff"; a discreet one has no place. */
export function placeCalendar(
  { facts }: OwnPlace,
  locale: Locale,
  baseUrl: string,
  now: Date,
): string {
  return calendarOf(facts.meetings, {
    ...wordsOf(locale, baseUrl, now),
    place: facts.programme.discreet ? null : placeLine(facts, locale) || null,
  });
}

/** All meetings of a person, in the same words. */
export function feedCalendar(
  meetings: readonly FeedMeeting[],
  locale: Locale,
  baseUrl: string,
  now: Date,
): string {
  const entries = meetings.map(({ meeting, round }) => ({
    meeting,
    place:
      round.programme?.discreet === false
        ? placeLine({ round, venue: round.venue ?? null }, locale) || null
        : null,
  }));
  const name = locale.t('enrolments:place.calendarName');
  return calendarOfMany(entries, { ...wordsOf(locale, baseUrl, now), name });
}

function wordsOf(locale: Locale, baseUrl: string, now: Date) {
  const title = locale.t('enrolments:place.calendarEntry');
  return { title, host: new URL(baseUrl).host, now };
}
