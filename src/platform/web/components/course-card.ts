import type { TextInLanguage } from '../../text/texts.js';
import type { Tag } from './tag.js';

/** `components/course-card`: a programme or round in a list. Lists: `<ul class="cards">`. */
export interface CourseCard {
  /** Small line on top: "3–9 år · tisdagar 17.30 · Väven". */
  readonly facts: string;
  readonly title: TextInLanguage;
  readonly href: string;
  readonly summary: TextInLanguage;
  /** Seats in words; null where there is nothing to enrol in. */
  readonly tag: Tag | null;
}

/** A card; `facts` are joined with middle dots. */
export function courseCard(
  options: Omit<CourseCard, 'facts'> & { readonly facts: readonly string[] },
): CourseCard {
  return { ...options, facts: options.facts.join(' · ') };
}
