import type { Locale } from '../locale.js';

/** Colour of a state; the word beside it always says the same. */
export type TagColour = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

/** `components/tag`: a state in a word. */
export interface Tag {
  readonly text: string;
  readonly colour: TagColour;
}

/** What the public is told about the seats of a round; never a figure. */
export type SeatState = 'free' | 'few' | 'full' | 'talk' | 'closed' | 'cancelled';

const SEATS = {
  free: { key: 'components:seats.free', colour: 'success' },
  few: { key: 'components:seats.few', colour: 'warning' },
  full: { key: 'components:seats.full', colour: 'neutral' },
  talk: { key: 'components:seats.talk', colour: 'info' },
  closed: { key: 'components:seats.closed', colour: 'neutral' },
  cancelled: { key: 'components:seats.cancelled', colour: 'danger' },
} as const;

/** A state in a word. */
export function tag(text: string, colour: TagColour = 'neutral'): Tag {
  return { text, colour };
}

/** The words for the seats of a round: "Platser finns", "Få platser kvar", "Fullt, kö finns"… */
export function seatTag(locale: Locale, state: SeatState): Tag {
  return { text: locale.t(SEATS[state].key), colour: SEATS[state].colour };
}
