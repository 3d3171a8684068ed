import { hidesDetails } from '../programmes/programme.rules.js';
import type { ListedProgramme } from '../programmes/programmes.queries.js';
import { courseCard, type CourseCard } from '../platform/web/components/course-card.js';
import { seatTag } from '../platform/web/components/tag.js';
import type { Locale } from '../platform/web/locale.js';
import { inLanguage, type TextInLanguage } from '../platform/text/texts.js';
import {
  agesText,
  heldInText,
  placeText,
  roundTitle,
  startMonthText,
  startText,
  weekdaysText,
  weeklyText,
} from '../rounds/round-words.rules.js';
import type { WordedRound } from '../rounds/rounds.queries.js';
import type { OfferedRound } from './catalogue.queries.js';
import { seatState } from './seat-state.rules.js';

/**
 * "Lugnare vardag, våren på Väven"; the name alone while only one of the two is translated, since
 * one text has one language.
 */
export function titleOf(
  locale: Locale,
  programme: ListedProgramme,
  { text: words }: Pick<WordedRound, 'text'>,
): TextInLanguage {
  const { text } = programme;
  const whole = text.language === words.language;
  return inLanguage(text, whole ? roundTitle(locale, text.name, words.label) : text.name);
}

/** When and where, for a card: a discreet round tells weekday, district and month. */
export function whenAndWhere(locale: Locale, { programme, round }: OfferedRound): string[] {
  if (hidesDetails(programme)) {
    const district = placeText(locale, round.form, round.venue?.district ?? null);
    return [weekdaysText(locale, round.weekday), district, startMonthText(locale, round.startsAt)];
  }
  const place = round.showPlace ? round.venue?.name : round.venue?.district;
  return [
    weeklyText(locale, round.weekday, round.startTime),
    placeText(locale, round.form, place ?? null),
    startText(locale, round.startsAt),
  ];
}

/** A round in the catalogue or on the start page. */
export function presentRoundCard(
  locale: Locale,
  offered: OfferedRound,
  now: Date,
  title = titleOf(locale, offered.programme, offered),
): CourseCard {
  const { programme, round } = offered;
  const facts = [
    agesText(locale, programme),
    ...whenAndWhere(locale, offered),
    heldInText(locale, round),
  ];
  return courseCard({
    facts: facts.filter((fact) => fact !== ''),
    title,
    href: locale.href(`/kurser/${programme.slug}/${round.slug}`),
    summary: inLanguage(programme.text, programme.text.summary),
    tag: seatTag(locale, seatState(offered, now)),
  });
}

/** A programme without dates in a list. */
export function presentProgrammeCard(locale: Locale, programme: ListedProgramme): CourseCard {
  return courseCard({
    facts: [agesText(locale, programme)],
    title: inLanguage(programme.text, programme.text.name),
    href: locale.href(`/kurser/${programme.slug}`),
    summary: inLanguage(programme.text, programme.text.summary),
    tag: null,
  });
}
