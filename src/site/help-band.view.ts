import type { PublicHelpLine } from '../library/help-lines.service.js';
import { textToShow } from '../library/library.rules.js';
import { phoneLine, type PhoneLine } from '../platform/web/components/round-parts.js';
import { inLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';

/**
 * The first number about violence and the emergency number, for the start page. What is said about
 * the first is its own claims; that the phone remembers the call is said beside the band.
 */
export function presentHelpBand(locale: Locale, lines: readonly PublicHelpLine[]): PhoneLine[] {
  const about = lines.filter(({ topics }) => topics.includes('violence'));
  const calm = about.find(({ line }) => !line.emergency);
  const emergency = about.find(({ line }) => line.emergency);
  return [calm, emergency].flatMap((found) => (found === undefined ? [] : present(locale, found)));
}

function present(locale: Locale, { line, texts }: PublicHelpLine): PhoneLine {
  const text = textToShow(texts, locale.language, true);
  const parts = line.emergency ? [text.audience] : [text.hours, ...text.claims.split('\n')];
  const note = parts
    .filter((part) => part !== '')
    .map(withPeriod)
    .join(' ');
  return phoneLine(
    inLanguage(text, text.name),
    line.number,
    note === '' ? null : inLanguage(text, note),
  );
}

function withPeriod(sentence: string): string {
  return /[.!?؟]$/u.test(sentence) ? sentence : `${sentence}.`;
}
