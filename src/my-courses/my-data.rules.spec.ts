import { describe, expect, it } from '@jest/globals';

import { personData } from './my-data.rules.js';

const createdAt = new Date('2027-01-11T08:00:00Z');
const person = {
  ...{ id: 1, firstName: 'Amina', lastName: null, email: 'a@exempel.test', language: 'sv' },
  ...{ phone: '0701234567', createdAt, version: 1 },
};

describe('What a person downloads', () => {
  it('tells no number to who has proved no more than a mailbox', () => {
    const data = personData(person, { wantsMail: true, ownCodeSince: null });
    expect(data).toMatchObject({ phone: '••••67', mails: 'all' });
    expect(JSON.stringify(data)).not.toContain('12345');
  });

  it('tells it to who has a code of their own', () => {
    const data = personData(person, { wantsMail: false, ownCodeSince: createdAt });
    expect(data).toMatchObject({ phone: '0701234567', mails: 'none' });
  });
});
