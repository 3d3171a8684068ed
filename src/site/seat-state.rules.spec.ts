import { describe, expect, it } from '@jest/globals';
import { seatState, type SeatFacts } from './seat-state.rules.js';

const now = new Date('2026-11-22T10:00:00Z');
const programme = { admission: 'direct' } as const;
const round: SeatFacts = {
  state: 'published',
  capacity: 10,
  enrolFrom: null,
  enrolUntil: new Date('2027-01-12T22:59:00Z'),
};

describe('seatState', () => {
  it.each([
    [0, 0, 'free'],
    [6, 0, 'free'],
    [7, 0, 'few'],
    [9, 0, 'few'],
    [10, 0, 'full'],
    [12, 0, 'full'],
    [9, 1, 'full'],
  ])('%i taken, %i waiting: %s', (taken, waiting, words) => {
    expect(seatState({ round, programme, seats: { taken, waiting } }, now)).toBe(words);
  });

  it('is closed from the moment enrolment ends', () => {
    const facts = { round, programme, seats: undefined };
    expect(seatState(facts, new Date('2027-01-12T22:58:59.999Z'))).toBe('free');
    expect(seatState(facts, new Date('2027-01-12T22:59:00Z'))).toBe('closed');
  });

  it('is closed until enrolment opens', () => {
    const later = { ...round, enrolFrom: new Date('2026-12-01T07:00:00Z') };
    expect(seatState({ round: later, programme, seats: undefined }, now)).toBe('closed');
  });

  it('says cancelled whatever the seats are', () => {
    const off: SeatFacts = { ...round, state: 'cancelled' };
    expect(seatState({ round: off, programme, seats: { taken: 10, waiting: 4 } }, now)).toBe(
      'cancelled',
    );
  });

  it.each([undefined, { taken: 0, waiting: 9 }, { taken: 10, waiting: 0 }])(
    'says the same whoever has asked, where staff talk with people first',
    (seats) => {
      const talk = { admission: 'talk' } as const;
      expect(seatState({ round, programme: talk, seats }, now)).toBe('talk');
      const off: SeatFacts = { ...round, state: 'cancelled' };
      expect(seatState({ round: off, programme: talk, seats }, now)).toBe('cancelled');
    },
  );
});
