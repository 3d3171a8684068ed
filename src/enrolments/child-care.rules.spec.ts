import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { childCareErrors, fitsChildCare, nextInChildCare, readAges } from './child-care.rules.js';

describe('ages of children', () => {
  it.each([
    ['3 och 5', 2, [3, 5]],
    ['3, 5', 2, [3, 5]],
    ['3,5', 2, [3, 5]],
    ['3,5', 1, [3.5]],
    ['2.5 och 4 år', 2, [2.5, 4]],
    ['2,5 och 4 år', 2, [2.5, 4]],
    ['18 mån', 1, [1.5]],
    ['8 och 18 månader', 2, [8 / 12, 1.5]],
    ['3 år och 18 månader', 2, [3, 1.5]],
    ['26 veckor', 1, [0.5]],
    ['3 and 5 years', 2, [3, 5]],
    ['٣ و٥', 2, [3, 5]],
    ['٣ و٥ سنوات', 2, [3, 5]],
    ['١٨ شهرًا', 1, [1.5]],
    ['۳، ۵', 2, [3, 5]],
    ['4-5', 2, [4, 5]],
    ['tvillingar, 4 och 4', 2, [4, 4]],
  ])('in "%s" of %i', (typed, children, ages) => {
    const read = readAges(typed, children) ?? [];
    expect(read).toHaveLength(ages.length);
    for (const [index, age] of ages.entries()) expect(read[index]).toBeCloseTo(age);
  });

  it.each([
    ['tre och fem', 2],
    ['tvillingar 4', 2],
    ['3 och 5', 1],
    ['2019', 1],
    ['', 1],
  ])('cannot be read from "%s" of %i', (typed, children) => {
    expect(readAges(typed, children)).toBeNull();
  });
});

describe('the form about child care', () => {
  const typed = { childCare: 'yes', childCareCount: '2', childCareAges: '3 och 5' };

  it('is right with as many ages as children, all of them old enough', () => {
    expect(childCareErrors(typed, 3).errors).toEqual({});
    expect(childCareErrors({ ...typed, childCareCount: '٢' }, 3).errors).toEqual({});
    expect(childCareErrors({ childCareAges: '1' }, 3).errors).toEqual({});
  });

  it('tells who is too young, and from which age', () => {
    expect(childCareErrors(typed, 4)).toEqual({
      errors: { childCareAges: 'care:error.tooYoung' },
      facts: { age: 4 },
    });
    expect(childCareErrors({ ...typed, childCareAges: '35 mån och 5 år' }, 3).errors).toEqual({
      childCareAges: 'care:error.tooYoung',
    });
    expect(childCareErrors({ ...typed, childCareAges: '36 mån och 5 år' }, 3).errors).toEqual({});
  });

  it('tells everything at once', () => {
    expect(childCareErrors({ ...typed, childCareCount: '' }, 4).errors).toEqual({
      childCareCount: 'enrolments:error.childCareCount',
      childCareAges: 'care:error.tooYoung',
    });
    expect(childCareErrors({ ...typed, childCareAges: 'fem' }, 3).errors).toEqual({
      childCareAges: 'care:error.ages',
    });
    expect(childCareErrors({ childCare: 'yes' }, 3).errors).toEqual({
      childCareCount: 'enrolments:error.childCareCount',
      childCareAges: 'enrolments:error.childCareAges',
    });
  });

  it('is refused where there is none', () => {
    expect(childCareErrors(typed, null).errors).toEqual({ childCare: 'care:error.notOffered' });
  });
});

describe('places in child care', () => {
  it('are given while they last, never past the list', () => {
    expect(fitsChildCare({ places: 3, given: 1, waiting: 0 }, 2)).toBe(true);
    expect(fitsChildCare({ places: 3, given: 1, waiting: 0 }, 3)).toBe(false);
    expect(fitsChildCare({ places: 3, given: 1, waiting: 1 }, 1)).toBe(false);
    expect(fitsChildCare({ places: null, given: 99, waiting: 0 }, 9)).toBe(true);
  });

  it('go to the list in order, and wait for the first rather than pass it', () => {
    const list = [{ children: 1 }, { children: 3 }, { children: 1 }];
    expect(nextInChildCare({ places: 5, given: 2 }, list)).toEqual([{ children: 1 }]);
    expect(nextInChildCare({ places: 7, given: 2 }, list)).toEqual(list);
    expect(nextInChildCare({ places: null, given: 2 }, list)).toEqual(list);
    expect(nextInChildCare({ places: 1, given: 2 }, list)).toEqual([]);
  });

  it('are never too few for those who have them', () => {
    const rows = fc.array(fc.record({ children: fc.integer({ min: 1, max: 9 }) }));
    const some = fc.nat({ max: 30 });
    fc.assert(
      fc.property(rows, some, some, (list, places, given) => {
        fc.pre(given <= places);
        const chosen = nextInChildCare({ places, given }, list);
        const all = chosen.reduce((sum, { children }) => sum + children, given);
        expect(all).toBeLessThanOrEqual(places);
        const next = list[chosen.length];
        if (next) expect(all + next.children).toBeGreaterThan(places);
      }),
    );
  });
});
