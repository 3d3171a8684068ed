import type { Admission } from '../../../programmes/programme.entity.js';

/** The languages that the demo's programmes are written in. */
export const DEMO_LANGUAGES = ['sv', 'en', 'ar'] as const;

export type DemoLanguage = (typeof DEMO_LANGUAGES)[number];

/** The same content in every language of the demo. */
export type InDemoLanguages<T> = Readonly<Record<DemoLanguage, T>>;

/** The words of a programme in one language. */
export interface DemoProgrammeText {
  readonly name: string;
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
  /** Titles of the themes, one a meeting, in order; equally many in every language. */
  readonly themes: readonly string[];
}

/** A programme of the demo; every one of them is invented, none is a licensed method. */
export interface DemoProgramme {
  readonly slug: string;
  /** Ages of the child in whole years, inclusive. */
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly admission: Admission;
  readonly discreet: boolean;
  readonly keepApart: boolean;
  readonly texts: InDemoLanguages<DemoProgrammeText>;
}

/** Joins blocks of Markdown. */
export function blocks(...parts: readonly string[]): string {
  return parts.join('\n\n');
}
