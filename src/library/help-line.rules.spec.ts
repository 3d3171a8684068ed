import { describe, expect, it } from '@jest/globals';
import { isPublic, linesUnder } from './help-line.rules.js';

const line = { active: true, municipal: false, verifiedOn: '2026-11-04' };

describe('a help line', () => {
  it('is shown when a source has confirmed it', () => {
    expect(isPublic(line)).toBe(true);
    expect(isPublic({ ...line, verifiedOn: null })).toBe(false);
  });

  it('is shown unconfirmed only when it is the municipality’s own', () => {
    expect(isPublic({ ...line, verifiedOn: null, municipal: true })).toBe(true);
  });

  it('is not shown once it has been closed', () => {
    expect(isPublic({ ...line, municipal: true, active: false })).toBe(false);
  });
});

it('under a text stand the first lines about its subject', () => {
  const lines = [1, 2, 3, 4, 5].map((id) => ({
    id,
    topics: id === 2 ? [] : (['violence'] as const),
  }));
  expect(linesUnder('violence', lines).map(({ id }) => id)).toEqual([1, 3, 4]);
  expect(linesUnder('gambling', lines)).toEqual([]);
});
