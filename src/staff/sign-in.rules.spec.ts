import { describe, expect, it } from '@jest/globals';

import { freeMisses, waitSeconds } from './sign-in.rules.js';

const LAST = new Date('2027-01-19T16:30:00Z');
const after = (seconds: number) => new Date(LAST.getTime() + seconds * 1000);

describe('waiting after wrong passwords', () => {
  it('is nothing for the first four', () => {
    expect([0, 1, 4].map((misses) => waitSeconds({ misses, lastAt: LAST }, LAST, 5))).toEqual([
      0, 0, 0,
    ]);
  });

  it('doubles from the fifth and ends at five minutes', () => {
    const waits = [5, 6, 7, 8, 9, 10, 40].map((misses) =>
      waitSeconds({ misses, lastAt: LAST }, LAST, 5),
    );
    expect(waits).toEqual([15, 30, 60, 120, 240, 300, 300]);
  });

  it('begins with the second try where many have guessed, never with the first', () => {
    expect([0, 49, 50, 10_000].map(freeMisses)).toEqual([5, 5, 1, 1]);
    const waits = [0, 1, 2, 40].map((misses) => waitSeconds({ misses, lastAt: LAST }, LAST, 1));
    expect(waits).toEqual([0, 15, 30, 300]);
  });

  it('passes', () => {
    const fifth = { misses: 5, lastAt: LAST };
    expect(waitSeconds(fifth, after(14.2), 5)).toBe(1);
    expect(waitSeconds(fifth, after(15), 5)).toBe(0);
    expect(waitSeconds(fifth, after(900), 5)).toBe(0);
  });
});
