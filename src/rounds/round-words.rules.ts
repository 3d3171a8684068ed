import { addDays, type CivilDate, type TimeOfDay, type Weekday } from '../kernel/civil-date.js';
import { civilDateAt } from '../kernel/instant.js';
import { isolated } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import type { Round, RoundForm } from './round.entity.js';

/** Bands of a child's age that a parent chooses among, oldest age included. */
export const AGE_BANDS = ['0-2', '3-6', '7-12', '13-18'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Youngest and oldest age of a child, in whole years, inclusive. */
export interface Ages {
  readonly ageFrom: number;
  readonly ageTo: number;
}

/** Whether a child in the band may be of an age that the programme is for. */
export function overlaps(ages: Ages, band: AgeBand): boolean {
  const [from = 0, to = 0] = band.split('-').map(Number);
  return ages.ageFrom <= to && from <= ages.ageTo;
}

/** "3–9 år" */
export function agesText(locale: Locale, ages: Ages): string {
  return locale.t('rounds:ages.span', { from: ages.ageFrom, to: ages.ageTo });
}

/** "3–6 år", for a choice. */
export function bandText(locale: Locale, band: AgeBand): string {
  return locale.t(`rounds:band.${band}`);
}

/** "tisdagar"; `weekday` is 1 (Monday) to 7. */
export function weekdaysText(locale: Locale, weekday: number): string {
  return locale.t(`rounds:weekdays.${asWeekday(weekday)}`);
}

/** "tisdag"; `weekday` is 1 (Monday) to 7. */
export function weekdayText(locale: Locale, weekday: number): string {
  return locale.t(`rounds:weekday.${asWeekday(weekday)}`);
}

/** "tisdagar 17.30" */
export function weeklyText(locale: Locale, weekday: number, start: TimeOfDay): string {
  const weekdays = weekdaysText(locale, weekday);
  return locale.t('rounds:time.at', { weekdays, start: locale.time(start) });
}

/** "tisdagar 17.30–19.30" */
export function weeklySpanText(
  locale: Locale,
  weekday: number,
  start: TimeOfDay,
  end: TimeOfDay,
): string {
  return locale.t('rounds:time.span', {
    weekdays: weekdaysText(locale, weekday),
    start: locale.time(start),
    end: locale.time(end),
  });
}

/** "tisdagar, start i januari 2027": all that a discreet round tells about its time. */
export function discreetTimeText(
  locale: Locale,
  { weekday, startsAt }: Pick<Round, 'weekday' | 'startsAt'>,
): string {
  const month = locale.month(civilDateAt(startsAt));
  return locale.t('rounds:time.discreet', { weekdays: weekdaysText(locale, weekday), month });
}

/** "på arabiska", with a word about the interpreter where one is offered. */
export function heldInText(
  locale: Locale,
  round: Pick<Round, 'languageOfInstruction' | 'interpreterOffered'>,
): string {
  const language = locale.languageName(round.languageOfInstruction);
  const key = round.interpreterOffered ? 'rounds:held.inWithInterpreter' : 'rounds:held.in';
  return locale.t(key, { language });
}

/** "Väven", "Väven eller digitalt", "digitalt"; '' when there is no place to name. */
export function placeText(locale: Locale, form: RoundForm, place: string | null): string {
  if (form === 'online') return locale.t('rounds:place.online');
  if (place === null) return '';
  return form === 'hybrid'
    ? locale.t('rounds:place.either', { place })
    : isolated(place, locale.dir);
}

/** "start 19 januari" */
export function startText(locale: Locale, startsAt: Date): string {
  return locale.t('rounds:starts.on', { date: locale.dayAndMonth(civilDateAt(startsAt)) });
}

/** "start i januari 2027", of a discreet round. */
export function startMonthText(locale: Locale, startsAt: Date): string {
  return locale.t('rounds:starts.in', { month: locale.month(civilDateAt(startsAt)) });
}

/** "Lugnare vardag, våren på Väven" */
export function roundTitle(locale: Locale, name: string, label: string): string {
  return locale.t('rounds:title', { name, label });
}

/** The same text with its first letter as a capital, for the beginning of a line. */
export function capitalised(locale: Locale, text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale.language) + rest.join('');
}

/** Dates between the first and the last on which a weekly meeting is left out. */
export function skippedDates(dates: readonly CivilDate[]): CivilDate[] {
  const taken = new Set(dates);
  const [first, last] = [dates[0], dates.at(-1)];
  const skipped: CivilDate[] = [];
  if (first === undefined || last === undefined) return skipped;
  for (let date = first; date < last; date = addDays(date, 7))
    if (!taken.has(date)) skipped.push(date);
  return skipped;
}

function asWeekday(weekday: number): Weekday {
  if (weekday >= 1 && weekday <= 7 && Number.isInteger(weekday)) return weekday as Weekday;
  throw new RangeError(`No weekday ${String(weekday)}`);
}
