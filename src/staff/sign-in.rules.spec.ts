import { describe, expect, it } from '@jest/globals';

import { waitSeconds } from './sign-in.rules.js';

const LAST = new Date('2027-01-19T16:30:00Z');
const after = (seconds: number) => new Date(LAST.getTime() + seconds * 1000);

describe('waiting after wrong passwords', () => {
  it('is nothing for the first four', () => {
    expect([0, 1, 4].map((misses) => waitSeconds({ misses, lastAt: LAST }, LAST))).toEqual([
      0, 0, 0,
    ]);
  });

  it('doubles from the fifth and ends at five minutes', () => {
    const waits = [5, 6, 7, 8, 9, 10, 40].map((misses) =>
      waitSeconds({ misses, lastAt: LAST }, LAST),
    );
    expect(waits).toEqual([15, 30, 60, 120, 240, 300, 300]);
  });

  it('passes', () => {
    const fifth = { misses: 5, lastAt: LAST };
    expect(waitSeconds(fifth, after(14.2))).toBe(1);
    expect(waitSeconds(fifth, after(15))).toBe(0);
    expect(waitSeconds(fifth, after(900))).toBe(0);
  });
});
