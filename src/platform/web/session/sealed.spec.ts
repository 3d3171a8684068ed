import { describe, expect, it } from '@jest/globals';

import { seal, unseal } from './sealed.js';

const KEYS = { secret: 'ours', token: 'theirs' };

describe('A sealed text', () => {
  it('is opened by both keys together', () => {
    const sealed = seal('070-123 45 67', KEYS);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('070');
    expect(unseal(sealed, KEYS)).toBe('070-123 45 67');
  });

  it('is never sealed the same way twice', () => {
    expect(seal('070', KEYS)).not.toBe(seal('070', KEYS));
  });

  it('is opened by neither alone, nor when it was changed', () => {
    const sealed = seal('070-123 45 67', KEYS);
    expect(unseal(sealed, { ...KEYS, token: 'another' })).toBeNull();
    expect(unseal(sealed, { ...KEYS, secret: 'another' })).toBeNull();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(unseal(bytes.toString('base64url'), KEYS)).toBeNull();
    expect(unseal('', KEYS)).toBeNull();
  });
});
