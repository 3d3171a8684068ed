import { describe, expect, it } from '@jest/globals';

import { civilDateAt, instantOf, plusHours, plusMinutes, timeOfDayAt } from './instant.js';

describe('instants of local times', () => {
  it('follows winter and summer time', () => {
    expect(instantOf('2027-01-19', '17:30')).toEqual(new Date('2027-01-19T16:30:00Z'));
    expect(instantOf('2027-06-15', '17:30')).toEqual(new Date('2027-06-15T15:30:00Z'));
  });

  it('moves a time in the missing hour forward', () => {
    expect(instantOf('2027-03-28', '02:30')).toEqual(new Date('2027-03-28T01:30:00Z'));
    expect(timeOfDayAt(instantOf('2027-03-28', '02:30'))).toBe('03:30');
  });

  it('takes the first of the doubled hour', () => {
    expect(instantOf('2027-10-31', '02:30')).toEqual(new Date('2027-10-31T00:30:00Z'));
  });

  it('reads the local day and time back, whatever the zone of the process', () => {
    const lateEvening = new Date('2027-01-19T23:15:40Z');
    expect(civilDateAt(lateEvening)).toBe('2027-01-20');
    expect(timeOfDayAt(lateEvening)).toBe('00:15');
  });

  it('adds elapsed time, not clock time', () => {
    const before = instantOf('2027-03-28', '01:30');
    expect(timeOfDayAt(plusHours(before, 1))).toBe('03:30');
    expect(plusMinutes(before, -90)).toEqual(new Date('2027-03-27T23:00:00Z'));
  });

  it('refuses what is no time', () => {
    expect(() => instantOf('2027-02-30', '10:00')).toThrow(RangeError);
    expect(() => instantOf('2027-02-20', '25:00')).toThrow(RangeError);
  });
});
