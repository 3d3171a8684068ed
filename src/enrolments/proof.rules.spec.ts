import { describe, expect, it } from '@jest/globals';

import { isTooSoon, opensAgain, proofState } from './proof.rules.js';

const noon = new Date('2027-01-19T12:00:00Z');
const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
const fresh = { createdAt: noon, sentAt: noon, usedAt: null, voidedAt: null, tries: 0 };

describe('a mailed code', () => {
  it('lasts a day from when the mail server took it', () => {
    expect(proofState(fresh, after(23.9))).toBe('valid');
    expect(proofState(fresh, after(24))).toBe('expired');
    expect(proofState({ ...fresh, sentAt: after(10) }, after(33))).toBe('valid');
    expect(proofState({ ...fresh, sentAt: null }, after(100))).toBe('valid');
  });

  it('is worth nothing after five wrong tries, nor when a newer one has been sent', () => {
    expect(proofState({ ...fresh, tries: 4 }, noon)).toBe('valid');
    expect(proofState({ ...fresh, tries: 5 }, noon)).toBe('used-up');
    expect(proofState({ ...fresh, voidedAt: noon }, noon)).toBe('expired');
  });

  it('opens the browser that asked once more, for half an hour', () => {
    const used = { ...fresh, usedAt: noon };
    expect(proofState(used, noon)).toBe('used');
    expect(opensAgain(used, after(0.4))).toBe(true);
    expect(opensAgain(used, after(0.6))).toBe(false);
    expect(opensAgain({ ...used, tries: 5 }, noon)).toBe(false);
  });

  it('is sent once a minute at most', () => {
    expect(isTooSoon(noon, new Date(noon.getTime() + 59_000))).toBe(true);
    expect(isTooSoon(noon, new Date(noon.getTime() + 60_000))).toBe(false);
  });
});
