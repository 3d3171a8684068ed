import type { Locale } from '../locale.js';
import type { TextKey } from '../resources.js';
import { telHref } from './link.js';

/** `components/phone-sentence`: a sentence with a number in it that can be pressed. */
export interface PhoneSentence {
  readonly before: string;
  /** As people write it: "090-16 00 00". */
  readonly number: string;
  readonly href: string;
  readonly after: string;
}

/** A sentence whose text has a place for `phone`. */
export function phoneSentence(locale: Locale, key: TextKey, number: string): PhoneSentence {
  return { ...locale.around(key, 'phone'), number, href: telHref(number) };
}
