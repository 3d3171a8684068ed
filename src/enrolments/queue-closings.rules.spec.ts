import { describe, expect, it } from '@jest/globals';

import { isQueueOver } from './queue-closings.rules.js';

const at = (day: number) => new Date(Date.UTC(2027, 2, day, 16));
const MEETINGS = [2, 9, 16].map((day, index) => ({
  ...{ number: index + 1, startsAt: at(day), state: 'planned' as const },
}));
const ROUND = { startsAt: at(2), endsAt: at(16), enrolUntil: at(1), offersUntilMeeting: 2 };

describe('A queue', () => {
  it('is over when the last meeting that seats are offered for has begun', () => {
    expect(isQueueOver(ROUND, MEETINGS, new Date(at(9).getTime() - 1))).toBe(false);
    expect(isQueueOver(ROUND, MEETINGS, at(9))).toBe(true);
  });

  it('waits for a new day of that meeting, and does not wait for a cancelled one', () => {
    const [first, second, third] = MEETINGS;
    const cancelled = { ...second!, state: 'cancelled' as const };
    const later = { ...second!, startsAt: at(11) };
    expect(isQueueOver(ROUND, [first!, cancelled, later, third!], at(10))).toBe(false);
    expect(isQueueOver(ROUND, [first!, cancelled, third!], at(3))).toBe(true);
  });

  it('is not over before the round has begun, nor while people can join it', () => {
    const none = MEETINGS.map((meeting) => ({ ...meeting, state: 'cancelled' as const }));
    expect(isQueueOver(ROUND, none, at(1))).toBe(false);
    const open = { ...ROUND, enrolUntil: at(12) };
    expect(isQueueOver(open, MEETINGS, at(10))).toBe(false);
    expect(isQueueOver({ ...open, enrolUntil: at(30) }, MEETINGS, at(16))).toBe(true);
  });
});
