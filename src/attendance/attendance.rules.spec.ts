import { describe, expect, it } from '@jest/globals';

import {
  countingMarks,
  newMarks,
  takingPart,
  type AttendanceState,
  type StoredMark,
  type SubmittedRow,
} from './attendance.rules.js';

const NOW = new Date('2027-02-09T17:40:00Z');
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);
const NOBODY: ReadonlySet<number> = new Set();

function row(chosen: AttendanceState | null, more: Partial<SubmittedRow> = {}): SubmittedRow {
  return { enrolmentId: 1, chosen, shown: null, nonce: 'n1', tappedAt: null, ...more };
}

function saved(rows: SubmittedRow[], marked = NOBODY, more: { sentAt?: Date } = {}) {
  return newMarks({ rows, rest: null, sentAt: null, ...more }, marked, NOW);
}

function mark(id: number, state: AttendanceState, markedAt: Date): StoredMark {
  return { id, enrolmentId: 1, state, markedAt };
}

describe('which mark counts', () => {
  it('is the newest decision, in whatever order they arrived', () => {
    const late = mark(1, 'here', minutes(0));
    const early = mark(2, 'absent', minutes(-5));
    expect(countingMarks([late, early]).get(1)).toBe(late);
    expect(countingMarks([early, late]).get(1)).toBe(late);
  });

  it('is the last stored of two at the same moment', () => {
    expect(countingMarks([mark(2, 'here', NOW), mark(1, 'absent', NOW)]).get(1)?.state).toBe(
      'here',
    );
  });
});

describe('what a submitted page writes', () => {
  it('is only what was changed on it', () => {
    expect(saved([row('here')])).toEqual([
      { enrolmentId: 1, state: 'here', markedAt: NOW, nonce: 'n1' },
    ]);
    expect(saved([row('here', { shown: 'here' })])).toEqual([]);
    expect(saved([row('excused', { shown: 'here' })])).toHaveLength(1);
  });

  it('is nothing for an unmarked row, also when somebody else marked it meanwhile', () => {
    expect(saved([row(null)])).toEqual([]);
    expect(saved([row(null)], new Set([1]))).toEqual([]);
    expect(saved([row(null, { shown: 'here' })], new Set([1]))).toEqual([]);
  });

  it('gives the rest to those whom nobody has marked', () => {
    const page = {
      rows: [row('excused'), row(null, { enrolmentId: 2 }), row(null, { enrolmentId: 3 })],
      rest: 'here' as const,
      sentAt: null,
    };
    expect(newMarks(page, new Set([3]), NOW).map((m) => [m.enrolmentId, m.state])).toEqual([
      [1, 'excused'],
      [2, 'here'],
    ]);
  });

  it('carries the moment of the tap', () => {
    expect(saved([row('here', { tappedAt: minutes(-7) })])[0]?.markedAt).toEqual(minutes(-7));
  });

  it('never lies in the future', () => {
    expect(saved([row('here', { tappedAt: minutes(90) })])[0]?.markedAt).toEqual(NOW);
  });

  it('sets a wrong phone clock right', () => {
    const ahead = [row('here', { tappedAt: minutes(113) })];
    expect(saved(ahead, NOBODY, { sentAt: minutes(120) })[0]?.markedAt).toEqual(minutes(-7));
    const behind = [row('here', { tappedAt: minutes(-67) })];
    expect(saved(behind, NOBODY, { sentAt: minutes(-60) })[0]?.markedAt).toEqual(minutes(-7));
  });
});

describe('taking part', () => {
  it('is being in the room or on line', () => {
    expect(takingPart(['here', 'online', 'excused', 'absent', null])).toBe(2);
  });
});
