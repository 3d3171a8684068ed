import { In, MoreThan, Not } from 'typeorm';

import { plusHours } from '../kernel/instant.js';
import type { Reader } from '../platform/database/database.js';
import { LIVE_STATES } from './enrolment-words.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { BURST, type LivePlaces } from './live-places.rules.js';

/** What the mailbox and the network of an enrolment have besides it. */
export async function livePlacesBeside(
  em: Reader,
  { id, mailboxHash, originHash }: Enrolment,
  now: Date,
): Promise<LivePlaces> {
  const others = { id: Not(id), state: In([...LIVE_STATES]) };
  const createdAt = MoreThan(plusHours(now, -24));
  const round = { endsAt: MoreThan(now) };
  return {
    ofMailbox:
      mailboxHash === null ? 0 : await em.countBy(Enrolment, { ...others, mailboxHash, round }),
    fromNetwork:
      originHash === null ? 0 : await em.countBy(Enrolment, { ...others, originHash, createdAt }),
  };
}

/** How many enrolments have come from one mailbox or one network within a day; the largest that is a burst. */
export async function largestBurst(em: Reader, now: Date): Promise<number> {
  const largest = (hash: 'mailboxHash' | 'originHash', least: number) =>
    em
      .createQueryBuilder(Enrolment, 'e')
      .select('count(*)', 'many')
      .where('e.createdAt > :since', { since: plusHours(now, -24) })
      .andWhere(`e.${hash} is not null`)
      .groupBy(`e.${hash}`)
      .having('count(*) >= :least', { least })
      .orderBy('many', 'DESC')
      .limit(1)
      .getRawOne<{ readonly many: number | string }>();
  const found = [
    await largest('mailboxHash', BURST.mailbox),
    await largest('originHash', BURST.network),
  ];
  return Math.max(0, ...found.map((row) => Number(row?.many ?? 0)));
}
