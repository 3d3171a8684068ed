import { addDays, type CivilDate } from '../kernel/civil-date.js';
import type { Round } from '../rounds/round.entity.js';
import type { Seats } from './seat-state.rules.js';

/** A round is worried about from so many days before it is decided whether it runs. */
const DECISION_IN_SIGHT_DAYS = 7;
const FEW = 3;

/** How a round stands, in the office's own figures. */
export type RoundOutlook =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'waiting'; readonly waiting: number }
  | { readonly kind: 'full' }
  | { readonly kind: 'few-left'; readonly left: number }
  | { readonly kind: 'free' };

/** What staff have to know about the seats of a coming round, the most pressing first. */
export function outlookOf(
  round: Pick<Round, 'capacity' | 'minParticipants' | 'decisionDate'>,
  seats: Seats | undefined,
  today: CivilDate,
): RoundOutlook {
  const { taken, waiting } = seats ?? { taken: 0, waiting: 0 };
  const decides = round.decisionDate;
  const inSight =
    decides !== null && decides >= today && decides <= addDays(today, DECISION_IN_SIGHT_DAYS);
  if (inSight && taken < round.minParticipants) return { kind: 'too-few' };
  if (waiting > 0) return { kind: 'waiting', waiting };
  const left = round.capacity - taken;
  if (left <= 0) return { kind: 'full' };
  return left <= FEW ? { kind: 'few-left', left } : { kind: 'free' };
}
