import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';

import { Clock } from '../../../kernel/clock.js';
import { plusHours, plusMinutes } from '../../../kernel/instant.js';
import { Refusal } from '../../../kernel/refusal.js';
import { sha256 } from '../../../kernel/secret.js';
import type { Reader, Writer } from '../../database/database.js';
import { ActCount } from './act-count.entity.js';
import { ActTurn } from './act-turn.entity.js';

/** At most `max` acts within `minutes` by one person or address. */
export interface Allowance {
  readonly act: string;
  readonly max: number;
  readonly minutes: number;
}

const KEPT_HOURS = 48;

/** Limits per address that hold across processes; those per network address are the pipeline's. */
@Injectable()
export class ActLimits {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts one act in the caller's transaction. Requests that come at once are counted one after the other.
   * @throws Refusal `too-many` when that is one too many
   */
  async spend(em: Writer, who: string, ...allowances: [Allowance, ...Allowance[]]): Promise<void> {
    const now = this.clock.now();
    await this.takeTurn(em, `${allowances[0].act} ${who}`);
    const acts = allowances.map(({ act }) => ({ act, whoHash: sha256(`${act} ${who}`) }));
    const where = allowances.map(({ minutes }, index) => ({
      ...acts[index],
      at: MoreThan(plusMinutes(now, -minutes)),
    }));
    const spent = await em.find(ActCount, { select: { id: true, act: true }, where });
    for (const { act, max, minutes } of allowances)
      if (spent.filter((one) => one.act === act).length >= max)
        throw new Refusal('too-many', { minutes });
    await em.insert(
      ActCount,
      acts.map((one) => ({ ...one, at: now })),
    );
  }

  /**
   * Waits until nobody else is busy with the same person or address, and keeps the turn until the
   * transaction ends.
   */
  async takeTurn(em: Writer, who: string): Promise<void> {
    await em.upsert(ActTurn, { whoHash: sha256(who), at: this.clock.now() }, ['whoHash']);
  }

  /** Whether there are counts or turns that no limit looks at any more. */
  async hasOld(em: Reader, now: Date): Promise<boolean> {
    const at = LessThan(plusHours(now, -KEPT_HOURS));
    return (await em.existsBy(ActCount, { at })) || em.existsBy(ActTurn, { at });
  }

  /** Deletes them. */
  async purge(em: Writer, now: Date): Promise<void> {
    const at = LessThan(plusHours(now, -KEPT_HOURS));
    await em.delete(ActTurn, { at });
    await em.delete(ActCount, { at });
  }
}
