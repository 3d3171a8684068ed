import { IsNull, Not } from 'typeorm';

import { randomPairCode } from '../kernel/secret.js';
import type { Reader, Writer } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import { TogetherWish } from './together-wish.entity.js';
import { wishOf } from './together.queries.js';

/** A place that waits; all callers hold its round's lock. */
type Place = Pick<Enrolment, 'id' | 'roundId'>;

/**
 * Makes a pair of a place that waits and the one that the code is from: somebody else who waits in the same
 * round and has given it to nobody before. Whoever took it once may come back to it at any time, also when
 * the other is gone: that cannot be found out by trying.
 * @returns whether the wish is written down; if not, nothing has changed
 */
export async function takeCode(em: Writer, place: Place, code: string, at: Date): Promise<boolean> {
  const taken = await em.findOneBy(TogetherWish, { code, part: 'took' });
  if (taken && taken.enrolmentId !== place.id) return false;
  if (!taken) {
    const given = await givenIn(em, place.roundId, code);
    if (given === null || given.enrolmentId === place.id) return false;
  }
  await endWish(em, place.id, at);
  const wish = { enrolmentId: place.id, code, part: 'took', wishedAt: at, endedAt: null } as const;
  if (taken) await em.update(TogetherWish, { id: taken.id }, wish);
  else await em.insert(TogetherWish, wish);
  return true;
}

/** A code of one's own to hand over. Whoever has said that they go together keeps what they have. */
export async function giveCode(em: Writer, { id }: Place, at: Date): Promise<void> {
  if (await wishOf(em, id)) return;
  await endWish(em, id, at);
  await em.insert(TogetherWish, await newCode(em, id, at));
}

/** Makes a pair of two without any code in their hands. */
export async function joinTwo(em: Writer, one: number, other: number, at: Date): Promise<void> {
  for (const id of [one, other]) await endWish(em, id, at);
  const given = await newCode(em, one, at);
  await em.insert(TogetherWish, [given, { ...given, enrolmentId: other, part: 'took' }]);
}

/**
 * What comes of a code typed in the form once the mailbox is proved: a pair, or nothing when there is a
 * seat. One that is worth nothing stays, so that the person's page can say so and show it.
 */
export async function useTypedCode(
  em: Writer,
  enrolmentId: number,
  code: string,
  at: Date,
): Promise<void> {
  const place = await em.findOneByOrFail(Enrolment, { id: enrolmentId });
  const isOver = place.state !== 'waiting' || (await takeCode(em, place, code, at));
  await em.update(Enrolment, { id: enrolmentId }, { togetherCode: isOver ? null : code });
}

/**
 * From here on the person goes alone, or does not wait any more; whom they wanted to go with is told
 * nothing.
 */
export async function endWish(em: Writer, enrolmentId: number, at: Date): Promise<void> {
  await em.update(TogetherWish, { enrolmentId, endedAt: IsNull() }, { endedAt: at });
  const typed = { id: enrolmentId, togetherCode: Not(IsNull()) };
  await em.update(Enrolment, typed, { togetherCode: null });
}

function givenIn(em: Reader, roundId: number, code: string): Promise<TogetherWish | null> {
  return em
    .createQueryBuilder(TogetherWish, 'wish')
    .innerJoin('wish.enrolment', 'e', "e.roundId = :roundId and e.state = 'waiting'", { roundId })
    .where("wish.code = :code and wish.part = 'gave' and wish.endedAt is null", { code })
    .getOne();
}

async function newCode(em: Reader, enrolmentId: number, wishedAt: Date) {
  for (;;) {
    const code = randomPairCode();
    if (!(await em.existsBy(TogetherWish, { code })))
      return { enrolmentId, code, part: 'gave', wishedAt, endedAt: null } as const;
  }
}
