import { describe, expect, it } from '@jest/globals';

import { instantOf, plusHours } from '../kernel/instant.js';
import { askedIfBefore, goneIfBefore, headStartEnd } from './interest.rules.js';

describe('the head start', () => {
  const now = instantOf('2027-03-26', '18:00');

  it('is 48 hours of elapsed time, also over a clock change', () => {
    expect(headStartEnd(now, instantOf('2027-05-01', '23:59'))).toEqual(plusHours(now, 48));
    expect(headStartEnd(now, instantOf('2027-05-01', '23:59'))).toEqual(
      instantOf('2027-03-28', '19:00'),
    );
  });

  it('is half of what is left where enrolment closes soon, and none where it has closed', () => {
    expect(headStartEnd(now, plusHours(now, 60))).toEqual(plusHours(now, 30));
    expect(headStartEnd(now, plusHours(now, -1))).toEqual(now);
  });
});

describe('how long somebody is on the list', () => {
  const asked = (wanted: Date, now: Date) => wanted < askedIfBefore(now);
  const gone = (wanted: Date, now: Date) => wanted < goneIfBefore(now);

  it('until they are asked: six months, from nine in the morning in winter and in summer', () => {
    const winter = instantOf('2027-01-11', '23:50');
    expect(asked(winter, instantOf('2027-07-11', '08:59'))).toBe(false);
    expect(asked(winter, instantOf('2027-07-11', '09:00'))).toBe(true);
    const summer = instantOf('2027-07-11', '00:10');
    expect(asked(summer, instantOf('2028-01-11', '08:59'))).toBe(false);
    expect(asked(summer, instantOf('2028-01-11', '09:00'))).toBe(true);
  });

  it('on the days when clocks change, by local time', () => {
    expect(asked(instantOf('2026-09-28', '12:00'), instantOf('2027-03-28', '08:59'))).toBe(false);
    expect(asked(instantOf('2026-09-28', '12:00'), instantOf('2027-03-28', '09:00'))).toBe(true);
    expect(asked(instantOf('2027-04-30', '12:00'), instantOf('2027-10-31', '08:59'))).toBe(true);
    expect(asked(instantOf('2027-05-01', '00:00'), instantOf('2027-10-31', '09:00'))).toBe(false);
  });

  it('until the row goes: thirteen months', () => {
    const wanted = instantOf('2027-01-31', '23:59');
    expect(gone(wanted, instantOf('2028-02-28', '23:59'))).toBe(false);
    expect(gone(wanted, instantOf('2028-02-29', '00:00'))).toBe(false);
    expect(gone(wanted, instantOf('2028-03-31', '00:00'))).toBe(true);
    expect(gone(instantOf('2027-01-11', '12:00'), instantOf('2028-02-11', '00:00'))).toBe(true);
  });
});
