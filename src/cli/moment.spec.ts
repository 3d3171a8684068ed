import { describe, expect, it } from '@jest/globals';

import { momentOf } from './moment.js';

const NOW = new Date('2027-01-18T23:30:00Z');

describe('a local time on the command line', () => {
  it('is a date and a time', () => {
    expect(momentOf('2027-01-19 09:00', NOW)).toEqual(new Date('2027-01-19T08:00:00Z'));
    expect(momentOf('2027-06-15T09:00', NOW)).toEqual(new Date('2027-06-15T07:00:00Z'));
  });

  it('is today when only the time is given', () => {
    expect(momentOf('09:00', NOW)).toEqual(new Date('2027-01-19T08:00:00Z'));
  });

  it.each(['', '9', '2027-01-19', '2027-02-30 09:00', '2027-01-19 24:00', 'i morgon'])(
    'is not %j',
    (typed) => {
      expect(momentOf(typed, NOW)).toBeNull();
    },
  );
});
