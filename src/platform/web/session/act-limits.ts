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

/** The same for who is counted. */
export interface Counted extends Allowance {
  readonly who: string;
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
    const over = await this.count(
      em,
      allowances.map((allowance) => ({ ...allowance, who })),
    );
    if (over) throw new Refusal('too-many', { minutes: over.minutes });
  }

  /**
   * The same where nobody may be told that others have done it: counts one act for each of several, and
   * says whether it was within all limits.
   */
  async allows(em: Writer, counted: readonly Counted[]): Promise<boolean> {
    return (await this.count(em, counted)) === null;
  }

  /** The first limit that this act would break, and then it is not counted; or null. */
  private async count(em: Writer, counted: readonly Counted[]): Promise<Counted | null> {
    const now = this.clock.now();
    for (const { act, who } of counted) await this.takeTurn(em, `${act} ${who}`);
    const acts = counted.map(({ act, who }) => ({ act, whoHash: sha256(`${act} ${who}`) }));
    const where = counted.map(({ minutes }, index) => ({
      ...acts[index],
      at: MoreThan(plusMinutes(now, -minutes)),
    }));
    const spent = await em.find(ActCount, { select: { id: true, act: true }, where });
    const isOver = ({ act, max }: Counted) => spent.filter((one) => one.act === act).length >= max;
    const over = counted.find(isOver) ?? null;
    if (over === null)
      await em.insert(
        ActCount,
        acts.map((one) => ({ ...one, at: now })),
      );
    return over;
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
