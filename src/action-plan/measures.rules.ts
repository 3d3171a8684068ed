import type { Locale } from '../platform/web/locale.js';

/** The address of a measure's page. */
export function measureHref(locale: Locale, slug: string): string {
  return locale.href(`/handlingsplan/${slug}`);
}
