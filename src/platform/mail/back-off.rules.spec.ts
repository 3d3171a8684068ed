import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { channelPause, nextTry } from './back-off.rules.js';

const NOW = new Date('2027-01-18T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function delay(attempts: number, luck: number): number {
  const next = nextTry(attempts, NOW, luck);
  if (next === null) throw new Error('given up');
  return next.getTime() - NOW.getTime();
}

describe('putting a mail off', () => {
  it('begins with a minute and doubles to an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((n) => delay(n, 0) / MINUTE)).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60,
    ]);
  });

  it('lies in the future, within an hour, and never a quarter shorter than meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), chance, (attempts, luck) => {
        const actual = delay(attempts, luck);
        expect(actual).toBeLessThanOrEqual(60 * MINUTE);
        expect(actual).toBeGreaterThanOrEqual(0.75 * delay(attempts, 0));
      }),
    );
  });

  it('does not come back sooner after more attempts, at the same luck', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 }), chance, (attempts, luck) => {
        expect(delay(attempts + 1, luck)).toBeGreaterThanOrEqual(delay(attempts, luck));
      }),
    );
  });

  it('gives up after most of a day and never later than a day, whatever the luck', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 40, maxLength: 40 }), (luck) => {
        let at = NOW;
        for (const [index, each] of luck.entries()) {
          const next = nextTry(index + 1, at, each);
          if (next === null) break;
          at = next;
        }
        expect(at.getTime() - NOW.getTime()).toBeLessThanOrEqual(DAY);
        expect(at.getTime() - NOW.getTime()).toBeGreaterThanOrEqual(0.7 * DAY);
        expect(nextTry(luck.length, at, 0)).toBeNull();
      }),
    );
  });
});

describe('pausing the channel', () => {
  it('begins with seconds and ends with minutes', () => {
    expect([1, 2, 3, 8, 9, 100].map((n) => channelPause(n, 0) / 1000)).toEqual([
      2, 4, 8, 256, 300, 300,
    ]);
  });

  it('is always positive and at most five minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), chance, (failures, luck) => {
        expect(channelPause(failures, luck)).toBeGreaterThan(0);
        expect(channelPause(failures, luck)).toBeLessThanOrEqual(5 * MINUTE);
      }),
    );
  });
});
