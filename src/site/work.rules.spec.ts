import { describe, expect, it } from '@jest/globals';

import { outlookOf } from './work.rules.js';

const ROUND = { capacity: 14, minParticipants: 8, decisionDate: '2027-01-12' };
const TODAY = '2027-01-08';

describe('how a round stands', () => {
  it('is too few only when it is about to be decided', () => {
    expect(outlookOf(ROUND, { taken: 7, waiting: 0 }, TODAY)).toEqual({ kind: 'too-few' });
    expect(outlookOf(ROUND, undefined, '2027-01-12')).toEqual({ kind: 'too-few' });
    expect(outlookOf(ROUND, undefined, '2027-01-04')).toEqual({ kind: 'free' });
    expect(outlookOf(ROUND, undefined, '2027-01-13')).toEqual({ kind: 'free' });
    expect(outlookOf(ROUND, { taken: 8, waiting: 0 }, TODAY)).toEqual({ kind: 'free' });
    expect(outlookOf({ ...ROUND, decisionDate: null }, undefined, TODAY)).toEqual({ kind: 'free' });
  });

  it('tells who waits before how full it is', () => {
    expect(outlookOf(ROUND, { taken: 14, waiting: 4 }, TODAY)).toEqual({
      kind: 'waiting',
      waiting: 4,
    });
    expect(outlookOf(ROUND, { taken: 14, waiting: 0 }, TODAY)).toEqual({ kind: 'full' });
    expect(outlookOf(ROUND, { taken: 11, waiting: 0 }, TODAY)).toEqual({
      kind: 'few-left',
      left: 3,
    });
  });
});
