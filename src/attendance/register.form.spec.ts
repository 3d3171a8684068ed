import { describe, expect, it } from '@jest/globals';

import { readRegister } from './register.form.js';

const ROW = { 'shown-12': '', 'nonce-12': 'a_b-C1' };

describe('a submitted register', () => {
  it('has one row a person', () => {
    const page = readRegister({
      ...ROW,
      'state-12': 'here',
      'at-12': '2027-02-09T16:31:00.000Z',
      'shown-7': 'absent',
      'state-7': 'absent',
      'nonce-7': 'n7',
      sentAt: '2027-02-09T16:40:00.000Z',
    });
    expect(page).toEqual({
      rest: null,
      sentAt: new Date('2027-02-09T16:40:00Z'),
      rows: [
        {
          enrolmentId: 12,
          chosen: 'here',
          shown: null,
          nonce: 'a_b-C1',
          tappedAt: new Date('2027-02-09T16:31:00Z'),
        },
        { enrolmentId: 7, chosen: 'absent', shown: 'absent', nonce: 'n7', tappedAt: null },
      ],
    });
  });

  it('may leave a row unmarked and come without script', () => {
    const page = readRegister({ ...ROW, 'at-12': '', sentAt: '', rest: 'here' });
    expect(page?.rest).toBe('here');
    expect(page?.rows).toEqual([
      { enrolmentId: 12, chosen: null, shown: null, nonce: 'a_b-C1', tappedAt: null },
    ]);
  });

  it.each([
    ['an unknown field', { ...ROW, 'role-12': 'x' }],
    ['an unknown state', { ...ROW, 'state-12': 'late' }],
    ['a field twice', { ...ROW, 'state-12': ['here', 'absent'] }],
    ['a row without its nonce', { 'shown-12': '' }],
    ['a nonce that is too long', { 'shown-12': '', 'nonce-12': 'x'.repeat(44) }],
    ['a moment that is none', { ...ROW, 'at-12': 'nyss' }],
    ['a rest that a button cannot give', { ...ROW, rest: 'excused' }],
    ['nothing', undefined],
  ])('is none with %s', (_, body) => {
    expect(readRegister(body)).toBeNull();
  });
});
