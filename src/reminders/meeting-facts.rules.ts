import type { Round } from '../rounds/round.entity.js';
import type { ReminderPlace } from './reminders.mails.js';

/** What of a round a mail may tell: a discreet programme hides the place and who leads it. */
export interface ToldFacts {
  readonly place: ReminderPlace;
  /** First names. */
  readonly leaders: readonly string[];
}

/** What a mail to somebody with a place may tell; `round` has its programme and venue loaded. */
export function toldFacts(round: Round, leaders: readonly string[]): ToldFacts {
  if (round.programme?.discreet !== false) return { place: null, leaders: [] };
  return { place: placeOf(round), leaders };
}

function placeOf({ venue }: Round): ReminderPlace {
  if (!venue) return { kind: 'online' };
  const text = [venue.name, venue.room, venue.address].filter((part) => part !== null).join(', ');
  return { kind: 'venue', text };
}
