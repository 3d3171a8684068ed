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
  ...{ id: 1, participantId: 1, email: 'ny@exempel.test', codeHash: 'x', silent: true },
  ...{ createdAt, sentAt: null, tries: 0 },
};

describe('What a person downloads', () => {
  it('tells no number and no new address to who has proved no more than a mailbox', () => {
    const data = personData(person, { ...NOTHING, change: CHANGE });
    expect(data).toMatchObject({ phone: '••••67', mails: 'all', newAddress: { email: null } });
    expect(JSON.stringify(data)).not.toMatch(/12345|ny@/);
  });

  it('tells them to who has a code of their own', () => {
    const choice = { id: 1, participantId: 1, mail: 'none', actor: 'person' } as const;
    const rows = { own: OWN, change: CHANGE, choice: { ...choice, changedAt: createdAt } };
    const data = personData(person, rows);
    expect(data).toMatchObject({ phone: '0701234567', mails: 'none' });
    expect(data.newAddress?.email).toBe('ny@exempel.test');
  });
});
