import { Enrolment } from '../enrolments/enrolment.entity.js';
import { Participant } from '../participants/participant.entity.js';
import type { Writer } from '../platform/database/database.js';
import { DEMO_PARENT } from './content/people.js';
import type { LoadedRound } from './rounds.load.js';

/** Where the parent to sign in as has been, is going, and is the first to wait: programme and round. */
const BEEN = 'lugnare-vardag/alidhem';
const COMING = 'prata-om-alkohol-droger-spel/digitalt';
const WAITING = 'nara-tonaringen/vaven';

/** Makes one person of somebody in each of three rounds, so that "my courses" has something to show. */
export async function loadParent(em: Writer, rounds: readonly LoadedRound[]): Promise<void> {
  const [first, ...others] = [
    await firstIn(em, rounds, WAITING, 'waiting'),
    await firstIn(em, rounds, BEEN, 'confirmed'),
    await firstIn(em, rounds, COMING, 'confirmed'),
  ];
  const { participantId } = first;
  await em.update(Participant, { id: participantId ?? 0 }, DEMO_PARENT);
  await em.update(Enrolment, { id: first.id }, DEMO_PARENT);
  for (const { id, participantId: before } of others) {
    await em.update(Enrolment, { id }, { ...DEMO_PARENT, participantId });
    await em.delete(Participant, { id: before ?? 0 });
  }
}

async function firstIn(
  em: Writer,
  rounds: readonly LoadedRound[],
  path: string,
  state: 'confirmed' | 'waiting',
): Promise<Enrolment> {
  const round = rounds.find(({ demo }) => `${demo.programme}/${demo.slug}` === path);
  return em.findOneOrFail(Enrolment, {
    where: { roundId: round?.id ?? 0, state },
    order: { queuedAt: 'ASC', id: 'ASC' },
  });
}
