import { describe, expect, it } from '@jest/globals';

import {
  addDays,
  addMonths,
  daysBetween,
  isCivilDate,
  isTimeOfDay,
  weekdayOf,
} from './civil-date.js';

describe('civil dates', () => {
  it('knows which days exist', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    expect(isCivilDate('2027-02-29')).toBe(false);
    expect(isCivilDate('2027-13-01')).toBe(false);
    expect(isCivilDate('27-01-01')).toBe(false);
    expect(isCivilDate('')).toBe(false);
  });

  it('knows which times of day exist', () => {
    expect(isTimeOfDay('00:00')).toBe(true);
    expect(isTimeOfDay('23:59')).toBe(true);
    expect(isTimeOfDay('24:00')).toBe(false);
    expect(isTimeOfDay('7:30')).toBe(false);
  });

  it('counts days across months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-03-29', -2)).toBe('2027-03-27');
    expect(addDays('2027-10-31', 1)).toBe('2027-11-01');
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2027-11-01', '2027-10-30')).toBe(-2);
  });

  it('counts months, and ends with the month where a day is missing', () => {
    expect(addMonths('2027-01-19', 6)).toBe('2027-07-19');
    expect(addMonths('2027-08-31', -6)).toBe('2027-02-28');
    expect(addMonths('2027-01-11', -13)).toBe('2025-12-11');
  });

  it('names weekdays from Monday', () => {
    expect(weekdayOf('2027-01-18')).toBe(1);
    expect(weekdayOf('2027-01-19')).toBe(2);
    expect(weekdayOf('2027-01-24')).toBe(7);
  });

  it('refuses what is not a day', () => {
    expect(() => addDays('2027-02-30', 1)).toThrow(RangeError);
  });
});
