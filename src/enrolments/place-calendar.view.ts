import { calendarOf } from '../rounds/calendar.rules.js';
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
    title: locale.t('enrolments:place.calendarEntry'),
    place: facts.programme.discreet ? null : placeLine(facts, locale) || null,
    host: new URL(baseUrl).host,
    now,
  });
}
