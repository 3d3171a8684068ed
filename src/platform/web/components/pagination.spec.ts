import { describe, expect, it } from '@jest/globals';

import { Locale } from '../locale.js';
import { pagination } from './pagination.js';

const locale = new Locale('sv', (_language, key) => key);
const pagesOf = (page: number, pages: number) =>
  pagination(locale, { page, pages, href: (number) => `?sida=${number}` });

describe('pagination', () => {
  it('prints nothing for one page', () => {
    expect(pagesOf(1, 1)).toEqual({ previous: '', next: '', pages: [] });
  });

  it('shows first, last and the neighbours, with gaps where pages are left out', () => {
    const { pages, previous, next } = pagesOf(5, 9);
    expect(pages.map((page) => `${page.gap ? '… ' : ''}${page.label}`)).toEqual([
      '1',
      '… 4',
      '5',
      '6',
      '… 9',
    ]);
    expect(pages.find((page) => page.current)?.label).toBe('5');
    expect([previous, next]).toEqual(['?sida=4', '?sida=6']);
  });

  it('leads nowhere beyond either end', () => {
    expect(pagesOf(1, 3).previous).toBe('');
    expect(pagesOf(3, 3).next).toBe('');
  });
});
