import { ORIGINAL_LANGUAGE, textIn } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import type { Topic } from './vocabulary.rules.js';

const WORDS_A_MINUTE = 200;

/** A text as far as the choice of language is concerned. */
interface Translated {
  readonly language: string;
  readonly reviewedAt: Date | null;
}

/** What decides how carefully an item is handled. */
interface Handled {
  readonly topic: Topic;
  readonly sensitive: boolean;
}

/** The address of an item in the reader's interface. */
export function itemHref(locale: Locale, slug: string): string {
  return locale.href(`/kunskapsbank/${slug}`);
}

/**
 * The texts that may be shown. Where safety depends on the words, a translation counts only when
 * somebody who knows the language has read it; the Swedish original always counts.
 */
export function showable<Text extends Translated>(
  texts: readonly Text[],
  safetyDependsOnIt: boolean,
): Text[] {
  return texts.filter(
    (text) => text.language === ORIGINAL_LANGUAGE || !safetyDependsOnIt || text.reviewedAt !== null,
  );
}

/** The text to show a reader of `language`: theirs if it may be shown, otherwise the Swedish one. */
export function textToShow<Text extends Translated>(
  texts: readonly Text[],
  language: string,
  safetyDependsOnIt: boolean,
): Text {
  return textIn(showable(texts, safetyDependsOnIt), language);
}

/** The way out stands on everything about violence, and on whatever else is sensitive. */
export function needsQuickExit(item: Handled): boolean {
  return item.sensitive || item.topic === 'violence';
}

/** Whole minutes, at least one, at a slow reader's pace. */
export function readingMinutes(body: string): number {
  const words = body.split(/\s+/u).filter((word) => word !== '').length;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
