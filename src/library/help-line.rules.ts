import type { Topic } from './vocabulary.rules.js';

/** What decides whether a help line is shown. */
interface Checked {
  readonly active: boolean;
  readonly municipal: boolean;
  readonly verifiedOn: string | null;
}

/**
 * Only numbers that a source has confirmed are given to somebody in need. The municipality's own
 * are shown without that too, with a sentence that says so: it would be worse to leave them out.
 */
export function isPublic(line: Checked): boolean {
  return line.active && (line.municipal || line.verifiedOn !== null);
}

/** The most numbers that stand under a text; the help page has them all. */
const MOST_UNDER_A_TEXT = 3;

/** What decides which numbers stand under a text. */
interface Placed {
  readonly topics: readonly Topic[];
}

/** The first few lines about a subject, in the order of the help page. */
export function linesUnder<Line extends Placed>(topic: Topic, lines: readonly Line[]): Line[] {
  return lines.filter(({ topics }) => topics.includes(topic)).slice(0, MOST_UNDER_A_TEXT);
}
