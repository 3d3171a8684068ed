import { describe, expect, it } from '@jest/globals';
import { isHolidayWeek, nextWeekday, termOf, weeklyDates } from './demo-dates.rules.js';

describe('isHolidayWeek', () => {
  it.each([
    ['2026-10-26', true],
    ['2026-11-01', true],
    ['2026-11-02', false],
    ['2027-03-09', true],
    ['2026-12-28', true],
    ['2027-01-04', true],
    ['2027-01-11', false],
  ])('%s: %s', (date, holiday) => {
    expect(isHolidayWeek(date)).toBe(holiday);
  });
});

describe('weeklyDates', () => {
  it('leaves out the winter holiday', () => {
    expect(weeklyDates('2027-02-23', 4)).toEqual([
      '2027-02-23',
      '2027-03-02',
      '2027-03-16',
      '2027-03-23',
    ]);
  });

  it('counts backwards from a meeting in the middle', () => {
    expect(weeklyDates('2026-11-10', 4, 2)).toEqual([
      '2026-10-20',
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
    ]);
  });

  it('keeps the anchor even in a holiday week', () => {
    expect(weeklyDates('2026-10-28', 2)).toEqual(['2026-10-28', '2026-11-04']);
  });
});

describe('nextWeekday', () => {
  it('is the day itself when it fits', () => {
    expect(nextWeekday('2026-11-22', 7)).toBe('2026-11-22');
  });

  it('is at most six days away', () => {
    expect(nextWeekday('2026-11-22', 6)).toBe('2026-11-28');
  });
});

describe('termOf', () => {
  it('turns at midsummer', () => {
    expect([termOf('2027-06-30'), termOf('2027-07-01')]).toEqual(['spring', 'autumn']);
  });
});
