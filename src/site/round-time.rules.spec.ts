import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../kernel/instant.js';
import { Translations } from '../platform/web/translations.js';
import { timeText, type WeeklyRound } from './round-time.rules.js';

const translations = new Translations();
const sv = translations.locale('sv');
const ar = translations.locale('ar');

function round(first: string, last: string): WeeklyRound {
  return {
    weekday: 2,
    startTime: '17:30',
    endTime: '19:30',
    startsAt: instantOf(first, '17:30'),
    endsAt: instantOf(last, '19:30'),
  };
}

const onDays = (...dates: string[]) => dates.map((date) => ({ date }));

describe('timeText', () => {
  it('tells the year once, unless the round crosses it', () => {
    expect(
      timeText(sv, round('2027-01-19', '2027-01-26'), onDays('2027-01-19', '2027-01-26')),
    ).toBe('Tisdagar 17.30–19.30, 19 januari till 26 januari 2027.');
    expect(timeText(sv, round('2026-12-15', '2027-01-12'), [])).toBe(
      'Tisdagar 17.30–19.30, 15 december 2026 till 12 januari 2027.',
    );
  });

  it('names weeks that are left out, as long as they are few', () => {
    const weeks = (last: string) =>
      timeText(sv, round('2027-01-05', last), onDays('2027-01-05', last));
    expect(weeks('2027-01-26')).toContain('Ingen träff 12 januari och 19 januari.');
    expect(weeks('2027-03-30')).not.toContain('Ingen träff');
  });

  it('is one day for one meeting', () => {
    expect(timeText(sv, round('2027-01-19', '2027-01-19'), onDays('2027-01-19'))).toBe(
      'Tisdagar 17.30–19.30, 19 januari 2027.',
    );
  });

  it('is a sentence in Arabic too', () => {
    const text = timeText(ar, round('2027-01-19', '2027-01-26'), []);
    expect(text.replace(/[\u2068\u2069]/g, '')).toBe(
      'أيام الثلاثاء من 17:30 إلى 19:30، من 19 يناير إلى 26 يناير 2027.',
    );
  });
});
