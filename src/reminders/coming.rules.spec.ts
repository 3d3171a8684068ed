import { describe, expect, it } from '@jest/globals';

import { instantOf, plusMinutes } from '../kernel/instant.js';
import {
  askTime,
  isAsked,
  isTimeToAsk,
  silentIfAskedBefore,
  startsAskedAbout,
} from './coming.rules.js';

const START = instantOf('2027-01-19', '17:30');

describe('when people are asked whether they come', () => {
  it('is a week before, at nine by local time, on both sides of each clock change', () => {
    expect(askTime(START)).toEqual(instantOf('2027-01-12', '09:00'));
    expect(askTime(instantOf('2027-03-30', '17:30'))).toEqual(new Date('2027-03-23T08:00:00Z'));
    expect(askTime(instantOf('2027-11-02', '17:30'))).toEqual(new Date('2027-10-26T07:00:00Z'));
    expect(askTime(instantOf('2027-04-04', '10:00'))).toEqual(new Date('2027-03-28T07:00:00Z'));
  });

  it('is not before, and not when three days would take it to the start', () => {
    const time = askTime(START);
    expect(isTimeToAsk(START, plusMinutes(time, -1))).toBe(false);
    expect(isTimeToAsk(START, time)).toBe(true);
    expect(isTimeToAsk(START, instantOf('2027-01-15', '08:59'))).toBe(true);
    expect(isTimeToAsk(START, instantOf('2027-01-15', '09:00'))).toBe(false);
  });

  it('is looked for among the starts of those days', () => {
    for (const now of [askTime(START), instantOf('2027-01-15', '08:59')]) {
      const { from, until } = startsAskedAbout(now);
      expect(START >= from && START < until).toBe(true);
    }
  });
});

describe('who is asked', () => {
  it('is not whoever got the seat within three days', () => {
    expect(isAsked(instantOf('2027-01-09', '08:59'), START)).toBe(true);
    expect(isAsked(instantOf('2027-01-09', '09:00'), START)).toBe(false);
  });
});

describe('who is called', () => {
  it('has said nothing for three days, and is not called about before nine', () => {
    const asked = instantOf('2027-01-12', '09:00');
    expect(asked < silentIfAskedBefore(instantOf('2027-01-15', '08:59'))).toBe(false);
    expect(asked < silentIfAskedBefore(instantOf('2027-01-15', '09:00'))).toBe(true);
    const beforeSummer = instantOf('2027-03-25', '21:00');
    expect(beforeSummer < silentIfAskedBefore(instantOf('2027-03-28', '08:59'))).toBe(false);
    expect(beforeSummer < silentIfAskedBefore(instantOf('2027-03-28', '09:00'))).toBe(true);
  });
});
