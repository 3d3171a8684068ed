import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../kernel/instant.js';
import { Translations } from '../platform/web/translations.js';
import {
  discreetTimeText,
  heldInText,
  overlaps,
  placeText,
  skippedDates,
} from './round-words.rules.js';

const translations = new Translations();
const sv = translations.locale('sv');
const ar = translations.locale('ar');

describe('overlaps', () => {
  it.each([
    [3, 9, '0-2', false],
    [3, 9, '3-6', true],
    [3, 9, '7-12', true],
    [3, 9, '13-18', false],
    [12, 18, '7-12', true],
    [0, 18, '0-2', true],
  ] as const)('%i–%i and %s: %s', (ageFrom, ageTo, band, expected) => {
    expect(overlaps({ ageFrom, ageTo }, band)).toBe(expected);
  });
});

describe('discreetTimeText', () => {
  it('tells weekday and month only, with the comma of the language', () => {
    const round = { weekday: 2, startsAt: instantOf('2027-01-19', '17:30') };
    expect(discreetTimeText(sv, round)).toBe('tisdagar, start i januari 2027');
    expect(discreetTimeText(ar, round).replace(/[\u2068\u2069]/g, '')).toBe(
      'أيام الثلاثاء، تبدأ في يناير 2027',
    );
  });
});

describe('skippedDates', () => {
  it('finds the weeks that are left out', () => {
    expect(skippedDates(['2027-03-02', '2027-03-16', '2027-03-23'])).toEqual(['2027-03-09']);
  });

  it('finds none between meetings that are not weekly or not there', () => {
    expect(skippedDates([])).toEqual([]);
    expect(skippedDates(['2027-03-02'])).toEqual([]);
    expect(skippedDates(['2027-03-02', '2027-03-04', '2027-03-09'])).toEqual([]);
  });
});

describe('words for a card', () => {
  it('name the language in the reader’s own', () => {
    const round = { languageOfInstruction: 'ar', interpreterOffered: false };
    expect(heldInText(sv, round)).toBe('på arabiska');
    expect(heldInText(ar, round)).toBe('باللغة \u2068العربية\u2069');
    expect(heldInText(sv, { languageOfInstruction: 'sv', interpreterOffered: true })).toBe(
      'på svenska, tolk finns',
    );
  });

  it('say where, and keep a Swedish name together in Arabic', () => {
    expect(placeText(sv, 'hybrid', 'Väven')).toBe('Väven eller digitalt');
    expect(placeText(sv, 'online', null)).toBe('digitalt');
    expect(placeText(ar, 'on-site', 'Väven')).toBe('\u2066Väven\u2069');
  });
});
