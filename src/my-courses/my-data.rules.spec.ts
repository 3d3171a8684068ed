import { describe, expect, it } from '@jest/globals';

import { personData } from './my-data.rules.js';

const createdAt = new Date('2027-01-11T08:00:00Z');
const person = {
  ...{ id: 1, firstName: 'Amina', lastName: null, email: 'a@exempel.test', language: 'sv' },
  ...{ phone: '0701234567', createdAt, version: 1 },
};

const NOTHING = { own: null, choice: null, change: null };
const OWN = { id: 1, participantId: 1, hash: 'x', setAt: createdAt };
const CHANGE = {
  ...{
    id: 1,
    participantId: 1,
    email: 'ny@exempel.test',
    codeHash: 'x',
    sessionHash: 'x',
    silent: true,
  },
  ...{ createdAt, sentAt: null, tries: 0 },
};

describe('What a person downloads', () => {
  it('tells no number to who has proved no more than a mailbox', () => {
    const data = personData(person, NOTHING);
    expect(data).toMatchObject({ phone: '••••67', mails: 'all', newAddress: null });
    expect(JSON.stringify(data)).not.toContain('12345');
  });

  it('tells it to who has a code of their own, and a new address to the browser that asked', () => {
    const choice = { id: 1, participantId: 1, mail: 'none', actor: 'person' } as const;
    const rows = { own: OWN, change: CHANGE, choice: { ...choice, changedAt: createdAt } };
    const data = personData(person, rows);
    expect(data).toMatchObject({ phone: '0701234567', mails: 'none' });
    expect(data.newAddress?.email).toBe('ny@exempel.test');
  });
});
