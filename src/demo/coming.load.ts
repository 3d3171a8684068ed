import { CallTask } from '../enrolments/call-task.entity.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { plusHours } from '../kernel/instant.js';
import { randomToken, sha256 } from '../kernel/secret.js';
import type { Writer } from '../platform/database/database.js';
import { ComingQuestion } from '../reminders/coming-question.entity.js';
import { askTime, isAsked } from '../reminders/coming.rules.js';
import type { LoadedRound } from './rounds.load.js';

/** Three of four have answered that they come; the others have not been heard of. */
const SILENT_ONE_IN = 4;
const SILENT_DAYS = 3;

/** Adds "Are you coming?" and its answers for every round that starts within a week. */
export async function loadComing(
  em: Writer,
  rounds: readonly LoadedRound[],
  now: Date,
): Promise<void> {
  for (const { id: roundId, plan } of rounds) {
    const { startsAt } = plan;
    if (startsAt <= now || now < askTime(startsAt)) continue;
    const people = await em.find(Enrolment, {
      where: { roundId, state: 'confirmed' },
      order: { id: 'ASC' },
    });
    const asked = people.filter(
      ({ confirmedAt, email }) =>
        email !== null && confirmedAt !== null && isAsked(confirmedAt, startsAt),
    );
    for (const [index, enrolment] of asked.entries())
      await addQuestion(em, enrolment, startsAt, now, index % SILENT_ONE_IN === 1);
  }
}

async function addQuestion(
  em: Writer,
  { id: enrolmentId, participantId, roundId }: Enrolment,
  startsAt: Date,
  now: Date,
  silent: boolean,
): Promise<void> {
  const askedAt = askTime(startsAt);
  const callTime = plusHours(askedAt, 24 * SILENT_DAYS);
  const callAskedAt = silent && callTime <= now ? callTime : null;
  await em.insert(ComingQuestion, {
    enrolmentId,
    startsAt,
    tokenHash: sha256(randomToken()),
    askedAt,
    answer: silent ? null : 'yes',
    answeredAt: silent ? null : plusHours(askedAt, 2),
    callAskedAt,
  });
  if (callAskedAt === null) return;
  const task = { enrolmentId, participantId, roundId, note: '', callBefore: null };
  await em.insert(CallTask, { ...task, kind: 'coming', createdAt: callAskedAt, handledAt: null });
}
