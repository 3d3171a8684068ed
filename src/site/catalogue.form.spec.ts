import { describe, expect, it } from '@jest/globals';
import { catalogueAddress, isFiltered, readCatalogueFilters } from './catalogue.form.js';

const nothing = { alder: [], sprak: [], form: [], dag: [], lediga: false, q: '', sida: 1 };

describe('readCatalogueFilters', () => {
  it('wants everything without a query', () => {
    expect(readCatalogueFilters({})).toEqual(nothing);
    expect(isFiltered(readCatalogueFilters({ sida: '2' }))).toBe(false);
  });

  it('takes one value or several', () => {
    expect(readCatalogueFilters({ alder: '0-2', dag: ['2', '6', '2'], sprak: 'ar' })).toEqual({
      ...nothing,
      alder: ['0-2'],
      dag: [2, 6],
      sprak: ['ar'],
    });
  });

  it('leaves out what it cannot mean', () => {
    const query = {
      alder: '40-50',
      dag: '9',
      form: 'x',
      lediga: 'ja',
      sida: '-1',
      q: ['a', 'b'],
      sprak: ['xx', 'en-XX', 'sv-abcd', 'sv-abc', '1'],
      u: '1',
    };
    expect(readCatalogueFilters(query)).toEqual(nothing);
  });

  it('reads Arabic and Persian digits', () => {
    const { alder, dag, sida } = readCatalogueFilters({ alder: '٣-٦', dag: '۲', sida: '٣' });
    expect({ alder, dag, sida }).toEqual({ alder: ['3-6'], dag: [2], sida: 3 });
  });

  it('cleans and cuts the search', () => {
    expect(readCatalogueFilters({ q: `  sömn \n nu${'x'.repeat(200)}` }).q).toHaveLength(100);
    expect(readCatalogueFilters({ q: ' sömn  nu ' }).q).toBe('sömn nu');
  });
});

describe('catalogueAddress', () => {
  it('writes the same choice in one way', () => {
    const filters = readCatalogueFilters({
      q: 'sömn',
      lediga: '1',
      dag: '2',
      alder: ['3-6', '0-2'],
    });
    expect(catalogueAddress(filters, 2)).toBe(
      '/kurser?alder=0-2&alder=3-6&dag=2&lediga=1&q=s%C3%B6mn&sida=2',
    );
    expect(catalogueAddress(readCatalogueFilters({}), 1)).toBe('/kurser');
  });
});
