import { describe, expect, it } from '@jest/globals';

import { seal, unseal } from './sealed.js';

const KEYS = { secrets: ['ours'], token: 'theirs' };

describe('A sealed text', () => {
  it('is opened by both keys together', () => {
    const sealed = seal('070-123 45 67', KEYS);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('070');
    expect(unseal(sealed, KEYS)).toBe('070-123 45 67');
  });

  it('is sealed with the newest secret, and opened by older ones that still count', () => {
    const sealed = seal('070', KEYS);
    expect(unseal(sealed, { ...KEYS, secrets: ['newer', 'ours'] })).toBe('070');
    const newer = seal('071', { ...KEYS, secrets: ['newer', 'ours'] });
    expect([unseal(newer, { ...KEYS, secrets: ['newer'] }), unseal(newer, KEYS)]).toEqual([
      '071',
      null,
    ]);
  });

  it('is never sealed the same way twice', () => {
    expect(seal('070', KEYS)).not.toBe(seal('070', KEYS));
  });

  it('is opened by neither alone, nor when it was changed', () => {
    const sealed = seal('070-123 45 67', KEYS);
    expect(unseal(sealed, { ...KEYS, token: 'another' })).toBeNull();
    expect(unseal(sealed, { ...KEYS, secrets: ['another'] })).toBeNull();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(unseal(bytes.toString('base64url'), KEYS)).toBeNull();
    expect(unseal('', KEYS)).toBeNull();
  });
});
