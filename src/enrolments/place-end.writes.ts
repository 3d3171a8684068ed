import { In, IsNull } from 'typeorm';

import type { Writer } from '../platform/database/database.js';
import { CallTask, type CallTaskKind } from './call-task.entity.js';
import { ChildCare } from './child-care.entity.js';
import { EnrolmentEvent, type Actor } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { QueuePriority } from './queue-priority.entity.js';
import { SeatOffer } from './seat-offer.entity.js';
import { endWish } from './together-wishes.writes.js';

/** Calls that nobody needs to make any more when a wait is over, and those that go with a seat. */
const CALLS_OF_A_WAIT: readonly CallTaskKind[] = ['offer', 'talk', 'unreached', 'place', 'review'];
const CALLS_OF_A_SEAT: readonly CallTaskKind[] = ['coming', 'care'];

/** How a seat, or the wait for one, ends. */
export interface PlaceEnd {
  readonly state: 'cancelled' | 'lapsed' | 'closed';
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Ends a seat or a wait, with the offer that runs and the child care. What was, stays: history, marks, when
 * it was confirmed.
 * Callers hold the round's lock and then offer what came free, the child care of a seat too.
 */
export async function endPlace(em: Writer, enrolmentId: number, end: PlaceEnd): Promise<void> {
  const { state, actor, at } = end;
  await em.update(Enrolment, { id: enrolmentId }, { state, holdsUntil: null });
  await em.insert(EnrolmentEvent, { enrolmentId, state, actor, at });
  await em.update(
    SeatOffer,
    { enrolmentId, state: 'open' },
    { state: 'withdrawn', endedAt: at, seatFree: true },
  );
  const care = { enrolmentId, state: In(['given', 'waiting']) };
  await em.update(ChildCare, care, { state: 'ended', actor, since: at });
  await endWait(em, enrolmentId, at);
  const calls = { enrolmentId, kind: In(CALLS_OF_A_SEAT), handledAt: IsNull() };
  await em.update(CallTask, calls, { handledAt: at });
}

/**
 * What belongs to waiting is over: the priority, the wish to go together, the calls about it. Who is to be
 * told what came instead gets a call of its own after this.
 */
export async function endWait(em: Writer, enrolmentId: number, at: Date): Promise<void> {
  await em.update(QueuePriority, { enrolmentId, replacedAt: IsNull() }, { replacedAt: at });
  await endWish(em, enrolmentId, at);
  const calls = { enrolmentId, kind: In(CALLS_OF_A_WAIT), handledAt: IsNull() };
  await em.update(CallTask, calls, { handledAt: at });
}
