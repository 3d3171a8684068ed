import { summaryList, type SummaryList } from '../platform/web/components/summary-list.js';
import type { Locale } from '../platform/web/locale.js';
import { inLanguage, textIn } from '../platform/text/texts.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import {
  capitalised,
  discreetTimeText,
  heldInText,
  weeklySpanText,
} from '../rounds/round-words.rules.js';
import type { OwnPlace } from './enrolments.queries.js';
import { placeLine } from './place-words.view.js';

/** Which course it is, when and where, as far as the person may know it by now. */
export function factList({ standing, offer, facts }: OwnPlace, locale: Locale): SummaryList {
  const { round, meetings, programme } = facts;
  const course = textIn(facts.programmeTexts, locale.language);
  const first = meetings.find((meeting) => meeting.state === 'planned');
  const row = (label: Parameters<Locale['t']>[0], text: string) => ({
    label: locale.t(label),
    text: capitalised(locale, text),
  });
  const which = {
    label: locale.t('enrolments:place.course'),
    text: course.name,
    ...languageOf(course.language),
  };
  const heldIn = row('enrolments:place.language', heldInText(locale, round));
  // Anybody may apply; day and time are for those whom staff have placed.
  if (standing !== 'seat' && programme.admission === 'talk') return summaryList([which, heldIn]);
  // The same page that everybody sees says no more of a discreet programme.
  if (standing !== 'seat' && offer === null && hidesDetails(programme)) {
    const when = row('enrolments:place.when', discreetTimeText(locale, round));
    return summaryList([which, when, heldIn]);
  }
  const always = [
    which,
    row(
      'enrolments:place.when',
      weeklySpanText(locale, round.weekday, round.startTime, round.endTime),
    ),
    row('enrolments:place.firstTime', first ? locale.fullDate(first.date) : ''),
    heldIn,
  ];
  if (standing !== 'seat') return summaryList(always);
  return summaryList([
    ...always,
    row('enrolments:place.where', placeLine(facts, locale)),
    row('enrolments:place.leaders', locale.list(facts.leaders)),
  ]);
}

/** The language of words that may not be in the language of the page, for its element. */
export function languageOf(lang: string): { readonly lang: string; readonly dir: string } {
  return { lang, dir: inLanguage({ language: lang }, '').dir };
}
