import { describe, expect, it } from '@jest/globals';

import { hashPassword, passwordMatches } from './passwords.js';

describe('passwords', () => {
  it('are stored as argon2id with the parameters that are asked for', async () => {
    expect(await hashPassword('familjepeppen-demo')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  it('match whichever way the keyboard composes letters', async () => {
    const stored = await hashPassword('bl\u00E5b\u00E4r i sk\u00E5len');
    expect(await passwordMatches('bla\u030Aba\u0308r i ska\u030Alen', stored)).toBe(true);
    expect(await passwordMatches('blabar i skalen', stored)).toBe(false);
  });

  it('never match where there is no account', async () => {
    expect(await passwordMatches('nobody has this password', null)).toBe(false);
  });
});
