import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { placeConfirming, placeNewcomer, seatWord } from './place-allocation.rules.js';

const seats = fc.record({
  capacity: fc.integer({ min: 1, max: 30 }),
  taken: fc.integer({ min: 0, max: 30 }),
  waiting: fc.integer({ min: 0, max: 5 }),
});

describe('seats', () => {
  it('never gives a newcomer a seat that is taken, nor one before the queue', () => {
    fc.assert(
      fc.property(seats, (count) => {
        if (placeNewcomer(count) !== 'seat') return;
        expect(count.taken).toBeLessThan(count.capacity);
        expect(count.waiting).toBe(0);
      }),
    );
  });

  it('calls three seats few, four open, and says "queue" exactly when a newcomer would queue', () => {
    expect(seatWord({ capacity: 10, taken: 7, waiting: 0 })).toBe('few');
    expect(seatWord({ capacity: 10, taken: 6, waiting: 0 })).toBe('open');
    fc.assert(
      fc.property(seats, (count) => {
        expect(seatWord(count) === 'queue').toBe(placeNewcomer(count) === 'queue');
      }),
    );
  });

  it('gives the last seat away', () => {
    expect(placeNewcomer({ capacity: 10, taken: 9, waiting: 0 })).toBe('seat');
    expect(placeNewcomer({ capacity: 10, taken: 10, waiting: 0 })).toBe('queue');
  });

  it('keeps a held seat whatever has happened meanwhile', () => {
    expect(placeConfirming({ capacity: 1, takenByOthers: 0, waitingBefore: 4 }, true)).toBe('seat');
  });

  it('after the hold has run out, gives a free seat unless somebody asked before', () => {
    const free = { capacity: 2, takenByOthers: 1 };
    expect(placeConfirming({ ...free, waitingBefore: 0 }, false)).toBe('seat');
    expect(placeConfirming({ ...free, waitingBefore: 1 }, false)).toBe('queue');
    expect(placeConfirming({ capacity: 1, takenByOthers: 1, waitingBefore: 0 }, false)).toBe(
      'queue',
    );
  });
});
