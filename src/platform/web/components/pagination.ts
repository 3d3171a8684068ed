import type { Locale } from '../locale.js';

export interface PageLink {
  readonly label: string;
  readonly href: string;
  /** What a screen reader says: "Sida 3". */
  readonly name: string;
  readonly current: boolean;
  /** Pages are left out between this one and the one before. */
  readonly gap: boolean;
}

/** `components/pagination`: links to the other pages of a long list; prints nothing for one page. */
export interface Pagination {
  /** Addresses, or '' at either end. */
  readonly previous: string;
  readonly next: string;
  readonly pages: readonly PageLink[];
}

/** Links to first, last and the neighbours of the current page; pages count from 1. */
export function pagination(
  locale: Locale,
  options: { readonly page: number; readonly pages: number; readonly href: (n: number) => string },
): Pagination {
  const { page, pages, href } = options;
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 1,
  );
  return {
    previous: page > 1 ? href(page - 1) : '',
    next: page < pages ? href(page + 1) : '',
    pages:
      pages < 2
        ? []
        : shown.map((number, index) => ({
            label: String(number),
            href: href(number),
            name: locale.t('components:pages.page', { number }),
            current: number === page,
            gap: index > 0 && shown[index - 1] !== number - 1,
          })),
  };
}
