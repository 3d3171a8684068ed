import { describe, expect, it } from '@jest/globals';
import { readLibraryFilter } from './library-filter.form.js';

const NOTHING = { topics: [], types: [], audiences: [], search: '' };

describe('readLibraryFilter', () => {
  it('reads one word or several of each', () => {
    expect(
      readLibraryFilter({ amne: ['vald', 'spel'], typ: 'checklista', malgrupp: 'tonarsforaldrar' }),
    ).toEqual({
      topics: ['gambling', 'violence'],
      types: ['checklist'],
      audiences: ['teenParents'],
      search: '',
    });
  });

  it('asks nothing where nothing is chosen, or what we do not know', () => {
    expect(readLibraryFilter({})).toEqual(NOTHING);
    expect(
      readLibraryFilter({ amne: '', typ: 'dikt', malgrupp: ['', 'toString'], utm: 'x' }),
    ).toEqual(NOTHING);
  });

  it('tidies what is searched for', () => {
    expect(readLibraryFilter({ q: '  första   festen ' }).search).toBe('första festen');
    expect(readLibraryFilter({ q: 'x'.repeat(500) }).search).toHaveLength(80);
    expect(readLibraryFilter({ q: ['a', 'b'] }).search).toBe('');
  });
});
