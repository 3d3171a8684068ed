import { LANGUAGES, type Language } from '../config/settings.js';
import type { Locale } from './locale.js';
import type { Translations } from './translations.js';

/** The language that a path begins with, or null. */
export function languageOfPath(path: string): Language | null {
  const first = /^\/([a-z]{2})(?:[/?]|$)/.exec(path)?.[1];
  return LANGUAGES.find((language) => language === first) ?? null;
}

/**
 * The first of the browser's languages that we speak, as `Accept-Language` orders them; Swedish
 * when there is none.
 */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  spoken: readonly Language[],
): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const wish of wishes) {
    const known = spoken.find((language) => language === wish.language);
    if (known) return known;
  }
  return 'sv';
}

/** The locale of a request: by its path; without a language there, Swedish. */
export function chooseLocale(url: string, translations: Translations): Locale {
  return translations.locale(languageOfPath(url) ?? 'sv');
}
