import { describe, expect, it } from '@jest/globals';

import type { PageHead } from '../../kernel/page.js';
import { presentLayout, type LayoutFacts } from './layout.js';
import { Locale } from './locale.js';

const FACTS = {
  locale: new Locale('sv', (_language, key) => key),
  path: '/kurser?alder=3-6',
  languages: ['sv', 'en', 'ar'],
  organisation: 'Umeå kommun',
  support: { phone: '090-16 00 00', email: 'familjepeppen@example.se' },
  assets: { css: '/assets/main.css', js: '/assets/main.js', fonts: [], logo: '/assets/logo.svg' },
  demo: false,
  flash: null,
  staff: null,
  body: '',
} as const satisfies Omit<LayoutFacts, 'head'>;

const layoutOf = (head: PageHead, facts: Partial<LayoutFacts> = {}) =>
  presentLayout({ ...FACTS, ...facts, head });

describe('presentLayout', () => {
  it('adds the product to the title once, and "Fel:" to a page with something wrong', () => {
    expect(layoutOf({ title: 'Kurser' }).title).toBe('Kurser – Familjepeppen');
    expect(layoutOf({ title: 'Familjepeppen' }).title).toBe('Familjepeppen');
    expect(layoutOf({ title: 'Anmälan', invalid: true }).title).toBe(
      'components:errorPrefix Anmälan – Familjepeppen',
    );
  });

  it('leads to the same page in the other languages, with its query', () => {
    expect(layoutOf({ title: 'Kurser' }).languages.map((link) => link.href)).toEqual([
      '/sv/kurser?alder=3-6',
      '/en/kurser?alder=3-6',
      '/ar/kurser?alder=3-6',
    ]);
    expect(layoutOf({ title: 'Start' }, { path: '/' }).languages[1]?.href).toBe('/en');
    expect(layoutOf({ title: 'Brevlåda', oneLanguage: true }).languages).toEqual([]);
  });

  it('marks the part of the menu that the page belongs to', () => {
    const { menu } = layoutOf({ title: 'Kurser', section: 'courses' });
    expect(menu.filter((item) => item.current).map((item) => item.href)).toEqual(['/sv/kurser']);
    expect(layoutOf({ title: 'Om' }).menu.some((item) => item.current)).toBe(false);
  });

  it('marks the closest page of the staff menu', () => {
    const staff = {
      firstName: 'Karin',
      menu: [
        { label: 'Att göra', href: '/admin' },
        { label: 'Kurser', href: '/admin/kurser' },
      ],
    };
    const { menu } = layoutOf(
      { title: 'Kurs', layout: 'staff' },
      { staff, path: '/admin/kurser/4?flik=omgangar' },
    );
    expect(menu.map((item) => item.current)).toEqual([false, true]);
  });

  it('keeps pages that are made for one person out of search engines', () => {
    expect(layoutOf({ title: 'Mina kurser', noStore: true }).noIndex).toBe(true);
    expect(layoutOf({ title: 'Kurser' }).noIndex).toBe(false);
  });
});
