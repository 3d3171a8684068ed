import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { instantOf, plusMinutes } from '../kernel/instant.js';
import { isWorkingTime } from '../kernel/working-time.js';
import { answerBy } from './answer-by.rules.js';

const RED = new Set(['2027-03-26', '2027-03-29']);
const isClosed = (date: string) => RED.has(date);
const meeting = (number: number, date: string, state: 'planned' | 'cancelled' = 'planned') => ({
  number,
  state,
  startsAt: instantOf(date, '17:30'),
});
const MEETINGS = [meeting(1, '2027-04-06'), meeting(2, '2027-04-13'), meeting(3, '2027-04-20')];
const by = (date: string, time: string, last = 2) =>
  answerBy(MEETINGS, last, instantOf(date, time), isClosed);

describe('the time to answer', () => {
  it('is two days, and never ends at night, on a weekend or on a red day', () => {
    expect(by('2027-03-15', '10:00')).toEqual(instantOf('2027-03-17', '10:00'));
    expect(by('2027-03-15', '23:00')).toEqual(instantOf('2027-03-18', '08:00'));
    expect(by('2027-03-18', '14:30')).toEqual(instantOf('2027-03-22', '14:30'));
    expect(by('2027-03-24', '12:00')).toEqual(instantOf('2027-03-30', '12:00'));
  });

  it('gets shorter as the start comes closer', () => {
    expect(by('2027-03-31', '10:00')).toEqual(instantOf('2027-04-01', '10:00'));
    expect(by('2027-04-05', '09:00')).toEqual(instantOf('2027-04-05', '13:00'));
    expect(by('2027-04-06', '13:00')).toEqual(instantOf('2027-04-06', '15:30'));
  });

  it('is for the next meeting when this one is too near, up to the last that is filled', () => {
    expect(by('2027-04-06', '15:00')).toEqual(instantOf('2027-04-08', '15:00'));
    expect(by('2027-04-06', '15:00', 1)).toBeNull();
    expect(by('2027-04-13', '14:31')).toBeNull();
    expect(by('2027-04-13', '14:31', 3)).not.toBeNull();
  });

  it('does not count meetings that are called off', () => {
    const off = [meeting(1, '2027-04-06', 'cancelled'), meeting(2, '2027-04-13')];
    expect(answerBy(off, 1, instantOf('2027-03-15', '10:00'), isClosed)).toBeNull();
    expect(answerBy(off, 2, instantOf('2027-04-06', '16:00'), isClosed)).toEqual(
      instantOf('2027-04-08', '16:00'),
    );
  });

  it('always ends in working time, before a meeting it can be for, with time left to answer', () => {
    const moments = fc
      .integer({ min: 0, max: 35 * 24 * 60 })
      .map((minutes) => plusMinutes(instantOf('2027-03-15', '00:00'), minutes));
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 3 }), (now, last) => {
        const found = answerBy(MEETINGS, last, now, isClosed);
        if (found === null) return;
        expect(isWorkingTime(found, isClosed)).toBe(true);
        expect(found.getTime()).toBeGreaterThanOrEqual(plusMinutes(now, 59).getTime());
        const latest = MEETINGS[last - 1]?.startsAt ?? now;
        expect(found.getTime()).toBeLessThanOrEqual(plusMinutes(latest, -120).getTime());
      }),
    );
  });
});
