import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { CivilDate } from './civil-date.js';
import { instantOf, plusMinutes } from './instant.js';
import {
  isWorkingTime,
  orLastWorkingTime,
  orNextWorkingTime,
  plusWorkingDays,
  plusWorkingMinutes,
} from './working-time.js';

/** Good Friday and Easter Monday 2027, and a day of the municipality's own. */
const CLOSED = new Set<CivilDate>(['2027-03-26', '2027-03-29', '2027-04-09']);
const isClosed = (date: CivilDate) => CLOSED.has(date);
const at = instantOf;
const anyTime = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minutes) => plusMinutes(at('2027-03-15', '00:00'), minutes));

describe('working time', () => {
  it('is Monday to Friday from 08 to 20, without days off', () => {
    expect(isWorkingTime(at('2027-03-22', '08:00'), isClosed)).toBe(true);
    expect(isWorkingTime(at('2027-03-22', '20:00'), isClosed)).toBe(true);
    expect(isWorkingTime(plusMinutes(at('2027-03-22', '20:00'), 0.5), isClosed)).toBe(false);
    expect(isWorkingTime(at('2027-03-22', '07:59'), isClosed)).toBe(false);
    expect(isWorkingTime(at('2027-03-27', '12:00'), isClosed)).toBe(false);
    expect(isWorkingTime(at('2027-03-29', '12:00'), isClosed)).toBe(false);
  });

  it('after a day off is the same time of the next working day, after a night its morning', () => {
    expect(orNextWorkingTime(at('2027-03-20', '14:10'), isClosed)).toEqual(
      at('2027-03-22', '14:10'),
    );
    // A Friday night leads to Monday, not to Saturday morning.
    expect(orNextWorkingTime(at('2027-03-19', '21:00'), isClosed)).toEqual(
      at('2027-03-22', '08:00'),
    );
    // The evening before Good Friday leads past the whole Easter.
    expect(orNextWorkingTime(at('2027-03-25', '20:01'), isClosed)).toEqual(
      at('2027-03-30', '08:00'),
    );
    expect(orNextWorkingTime(at('2027-03-22', '03:00'), isClosed)).toEqual(
      at('2027-03-22', '08:00'),
    );
  });

  it('before a day off is the closing time of the last working day', () => {
    expect(orLastWorkingTime(at('2027-03-29', '10:00'), isClosed)).toEqual(
      at('2027-03-25', '20:00'),
    );
    expect(orLastWorkingTime(at('2027-03-23', '07:00'), isClosed)).toEqual(
      at('2027-03-22', '20:00'),
    );
    expect(orLastWorkingTime(at('2027-03-23', '17:30'), isClosed)).toEqual(
      at('2027-03-23', '17:30'),
    );
  });

  it('is counted across nights, weekends, days off and the change of the clock', () => {
    expect(plusWorkingMinutes(at('2027-03-22', '19:00'), 120, isClosed)).toEqual(
      at('2027-03-23', '09:00'),
    );
    // The clock changes on the 28th, in the middle of the Easter.
    expect(plusWorkingMinutes(at('2027-03-25', '19:30'), 60, isClosed)).toEqual(
      at('2027-03-30', '08:30'),
    );
    expect(plusWorkingMinutes(at('2027-03-27', '12:00'), 0, isClosed)).toEqual(
      at('2027-03-30', '08:00'),
    );
    expect(plusWorkingMinutes(at('2027-03-22', '21:00'), 60, isClosed)).toEqual(
      at('2027-03-23', '09:00'),
    );
  });

  it('is waited for even when no time of it is asked for', () => {
    const evening = at('2027-03-25', '20:01');
    expect(plusWorkingMinutes(evening, 0, isClosed)).toEqual(at('2027-03-30', '08:00'));
  });

  it('is what all of these give, on the side that they say', () => {
    fc.assert(
      fc.property(anyTime, fc.nat({ max: 3_000 }), (time, minutes) => {
        const next = orNextWorkingTime(time, isClosed);
        const last = orLastWorkingTime(time, isClosed);
        const later = plusWorkingMinutes(time, minutes, isClosed);
        for (const found of [next, last, later]) expect(isWorkingTime(found, isClosed)).toBe(true);
        expect(next.getTime()).toBeGreaterThanOrEqual(time.getTime());
        expect(last.getTime()).toBeLessThanOrEqual(time.getTime());
        expect(later.getTime()).toBeGreaterThanOrEqual(plusMinutes(time, minutes).getTime());
        if (isWorkingTime(time, isClosed)) expect([next, last]).toEqual([time, time]);
      }),
    );
  });

  it('does not exist where every day is closed', () => {
    expect(() => orNextWorkingTime(at('2027-03-22', '12:00'), () => true)).toThrow(RangeError);
  });

  it.each([
    ['2027-03-22', '09:00', '2027-03-24', '09:00'],
    // From a Saturday on, the second working day is the Tuesday.
    ['2027-03-20', '14:10', '2027-03-23', '14:10'],
    ['2027-03-25', '23:30', '2027-03-31', '20:00'],
    ['2027-03-24', '05:00', '2027-03-30', '08:00'],
  ])('two working days after %s %s is %s %s', (date, time, day, until) => {
    expect(plusWorkingDays(at(date, time as '09:00'), 2, isClosed)).toEqual(at(day, until));
  });
});
