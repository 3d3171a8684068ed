import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { matchSeats, offerStanding } from './seat-offer.rules.js';

const NOW = new Date('2027-01-11T08:00:00Z');
const OPEN = {
  state: 'open',
  answerBy: new Date('2027-01-11T08:00:01Z'),
  placeState: 'waiting',
  roundState: 'published',
} as const;

describe('an offer', () => {
  it('is open until its time, whatever a job has noted', () => {
    expect(offerStanding(OPEN, NOW)).toBe('open');
    expect(offerStanding({ ...OPEN, answerBy: NOW }, NOW)).toBe('late');
    expect(offerStanding({ ...OPEN, state: 'lapsed' }, NOW)).toBe('late');
  });

  it('is worth what has become of it', () => {
    const accepted = { ...OPEN, state: 'accepted' } as const;
    expect(offerStanding({ ...accepted, placeState: 'confirmed' }, NOW)).toBe('accepted');
    expect(offerStanding({ ...accepted, placeState: 'cancelled' }, NOW)).toBe('cancelled-after');
    expect(offerStanding({ ...OPEN, state: 'declined' }, NOW)).toBe('declined');
    expect(offerStanding({ ...OPEN, state: 'withdrawn' }, NOW)).toBe('withdrawn');
    expect(offerStanding({ ...OPEN, roundState: 'cancelled' }, NOW)).toBe('round-cancelled');
  });
});

describe('free seats', () => {
  it('go to people in order, and nobody is asked about the same seat twice', () => {
    const asked = new Set(['a 1', 'b 2']);
    const wasAsked = (person: string, seat: number) => asked.has(`${person} ${String(seat)}`);
    expect([...matchSeats([['a'], ['b'], ['c']], [1, 2], wasAsked)]).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect([...matchSeats([['a'], ['c']], [1], wasAsked)]).toEqual([['c', 1]]);
    expect([...matchSeats([['a']], [1], wasAsked)]).toEqual([]);
  });

  it('go to two who go together at once or not at all', () => {
    const nobody = () => false;
    // One seat goes past the pair to the next; two are theirs before anybody else's.
    expect([...matchSeats([['a', 'b'], ['c']], [1], nobody)]).toEqual([['c', 1]]);
    expect([...matchSeats([['a', 'b'], ['c']], [1, 2], nobody).keys()]).toEqual(['a', 'b']);
    // Whoever stands further ahead keeps their seat, also when the pair could take the two.
    expect([...matchSeats([['c'], ['a', 'b'], ['d']], [1, 2], nobody).keys()]).toEqual(['c', 'd']);
    const asked = (person: string, seat: number) => person === 'b' && seat !== 3;
    expect([...matchSeats([['a', 'b'], ['c']], [1, 2], asked).keys()]).toEqual(['c']);
    expect(matchSeats([['c'], ['a', 'b']], [3, 1, 2], asked).get('b')).toBe(3);
  });

  it('are matched as a search through all ways would: the first in order first, nobody left out in vain', () => {
    const cases = fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 4 }),
      seats: fc.integer({ min: 0, max: 4 }),
      asked: fc.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 3 })), {
        selector: ([person, seat]) => person * 4 + seat,
      }),
    });
    fc.assert(
      fc.property(cases, ({ sizes, seats, asked }) => {
        let next = 0;
        const groups = sizes.map((size) => Array.from({ length: size }, () => next++));
        const all = Array.from({ length: seats }, (_, index) => index);
        const wasAsked = (person: number, seat: number) =>
          asked.some(([one, other]) => one === person && other === seat);
        const found = matchSeats(groups, all, wasAsked);
        expect(new Set(found.values()).size).toBe(found.size);
        for (const [person, seat] of found) expect(wasAsked(person, seat)).toBe(false);
        expect([...found.keys()]).toEqual(bestOf(groups, all, wasAsked));
      }),
      { numRuns: 500 },
    );
  });
});

/** The first set of groups in order that can all be given seats, tried one way after the other. */
function bestOf(
  groups: readonly (readonly number[])[],
  seats: readonly number[],
  wasAsked: (person: number, seat: number) => boolean,
): number[] {
  const fits = (some: readonly number[], left: readonly number[]): boolean => {
    const [first, ...rest] = some;
    if (first === undefined) return true;
    return left.some(
      (seat) =>
        !wasAsked(first, seat) &&
        fits(
          rest,
          left.filter((other) => other !== seat),
        ),
    );
  };
  const chosen: number[] = [];
  for (const group of groups) if (fits([...chosen, ...group], seats)) chosen.push(...group);
  return chosen;
}
