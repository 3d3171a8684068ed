import { describe, expect, it } from '@jest/globals';
import { needsQuickExit, readingMinutes, showable, textToShow } from './library.rules.js';

const READ = new Date('2026-11-04T08:00:00Z');
const sv = { language: 'sv', reviewedAt: null };
const en = { language: 'en', reviewedAt: null };
const ar = { language: 'ar', reviewedAt: READ };

describe('the language of a text', () => {
  it('is the reader’s own when there is such a text', () => {
    expect(textToShow([sv, en, ar], 'en', false)).toBe(en);
  });

  it('is Swedish when there is none', () => {
    expect(textToShow([sv, en], 'ar', false)).toBe(sv);
  });

  it('is Swedish when safety depends on words that nobody has reviewed', () => {
    expect(textToShow([sv, en, ar], 'en', true)).toBe(sv);
    expect(textToShow([sv, en, ar], 'ar', true)).toBe(ar);
    expect(showable([sv, en, ar], true)).toEqual([sv, ar]);
  });
});

describe('the way out', () => {
  it('stands on violence and on what is sensitive', () => {
    expect(needsQuickExit({ topic: 'violence', sensitive: false })).toBe(true);
    expect(needsQuickExit({ topic: 'alcohol', sensitive: true })).toBe(true);
    expect(needsQuickExit({ topic: 'alcohol', sensitive: false })).toBe(false);
  });
});

describe('reading time', () => {
  it.each([
    ['', 1],
    ['ord '.repeat(200), 1],
    ['ord '.repeat(430), 2],
  ])('of %#', (body, minutes) => {
    expect(readingMinutes(body)).toBe(minutes);
  });
});
