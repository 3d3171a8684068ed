import { IsNull, Not } from 'typeorm';

import { randomPairCode } from '../kernel/secret.js';
import type { Reader, Writer } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import { TogetherWish } from './together-wish.entity.js';

type Place = Pick<Enrolment, 'id' | 'roundId'>;

/** What a wish is written down with; the callers hold the round's lock. */
interface WishNote {
  readonly part: TogetherWish['part'];
  readonly code: string;
  readonly at: Date;
}

/**
 * Makes a pair of a place that waits and the one that the code is from. The code must be from somebody
 * else who waits in the same round, and in nobody's use.
 * @returns whether they are a pair now; if not, nothing has changed
 */
export async function takeCode(em: Writer, place: Place, code: string, at: Date): Promise<boolean> {
  const own = await em.findOneBy(TogetherWish, { enrolmentId: place.id });
  if (own?.part === 'took' && own.code === code) return true;
  const given = await givenIn(em, place.roundId, code);
  if (given === null || given.enrolmentId === place.id) return false;
  if (await em.existsBy(TogetherWish, { code, part: 'took' })) return false;
  await writeWish(em, place.id, { part: 'took', code, at });
  return true;
}

/** A code of one's own to hand over. Whoever has said that they go together keeps what they have. */
export async function giveCode(em: Writer, place: Place, at: Date): Promise<void> {
  if (await em.existsBy(TogetherWish, { enrolmentId: place.id })) return;
  await writeWish(em, place.id, { part: 'gave', code: await freeCode(em), at });
}

/** Makes a pair of two without any code in their hands. */
export async function joinTwo(em: Writer, one: Place, other: Place, at: Date): Promise<void> {
  const code = await freeCode(em);
  await writeWish(em, one.id, { part: 'gave', code, at });
  await writeWish(em, other.id, { part: 'took', code, at });
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

/** From here on the person goes alone, or does not wait any more. Whoever wanted to go with them is told nothing. */
export async function endWish(em: Writer, enrolmentId: number): Promise<void> {
  await em.delete(TogetherWish, { enrolmentId });
  await forgetTypedCode(em, enrolmentId);
}

async function writeWish(em: Writer, enrolmentId: number, { at, ...wish }: WishNote) {
  await em.delete(TogetherWish, { enrolmentId });
  await em.insert(TogetherWish, { enrolmentId, ...wish, wishedAt: at });
  await forgetTypedCode(em, enrolmentId);
}

async function forgetTypedCode(em: Writer, id: number): Promise<void> {
  await em.update(Enrolment, { id, togetherCode: Not(IsNull()) }, { togetherCode: null });
}

function givenIn(em: Reader, roundId: number, code: string): Promise<TogetherWish | null> {
  return em
    .createQueryBuilder(TogetherWish, 'wish')
    .innerJoin('wish.enrolment', 'e', "e.roundId = :roundId and e.state = 'waiting'", { roundId })
    .where("wish.code = :code and wish.part = 'gave'", { code })
    .getOne();
}

/** A code that no wish has, not even one whose other half is gone. */
async function freeCode(em: Reader): Promise<string> {
  for (;;) {
    const code = randomPairCode();
    if (!(await em.existsBy(TogetherWish, { code }))) return code;
  }
}
