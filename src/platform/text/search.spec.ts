import { describe, expect, it } from '@jest/globals';
import { matches } from './search.js';

const swedish = ['Första tiden ihop', 'Vi pratar om sömn, skrik och hur du själv mår.'];
const arabic = ['أيامنا الأولى معاً', 'نتحدث عن النوم والبكاء. من 0 إلى 2 سنة.'];

describe('matches', () => {
  it.each([
    ['sömn', swedish],
    ['SÖMN', swedish],
    ['somn', swedish],
    ['skrik första', swedish],
    ['', swedish],
    ['vald', ['Är det här va\u030Ald?']],
    ['الأولى', arabic],
    ['الاولي', arabic],
    ['٢ سنة', arabic],
    ['۲ سنه', arabic],
  ])('finds "%s"', (search, texts) => {
    expect(matches(search, ...texts)).toBe(true);
  });

  it.each([
    ['alkohol', swedish],
    ['sömn alkohol', swedish],
  ])('does not find "%s"', (search, texts) => {
    expect(matches(search, ...texts)).toBe(false);
  });
});
