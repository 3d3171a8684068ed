import { CallTask } from '../enrolments/call-task.entity.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { plusHours } from '../kernel/instant.js';
import { Participant } from '../participants/participant.entity.js';
import type { Writer } from '../platform/database/database.js';
import type { LoadedRound } from './rounds.load.js';

/** Adds the calls to people who have applied where staff talk first; they applied yesterday. */
export async function loadTalks(
  em: Writer,
  rounds: readonly LoadedRound[],
  now: Date,
): Promise<void> {
  for (const { id: roundId, programme } of rounds) {
    if (programme.admission !== 'talk') continue;
    const applied = await em.findBy(Enrolment, { roundId, state: 'waiting' });
    for (const { id: enrolmentId, participantId } of applied) {
      await em.update(Participant, { id: participantId ?? 0 }, { phone: '0701740605' });
      await em.insert(CallTask, {
        ...{ kind: 'talk', enrolmentId, participantId, roundId, note: '' },
        callBefore: plusHours(now, 24),
        createdAt: plusHours(now, -24),
        handledAt: null,
      });
    }
  }
}
