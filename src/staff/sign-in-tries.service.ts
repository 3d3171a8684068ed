import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusHours } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { sha256 } from '../kernel/secret.js';
import { Database, type Writer } from '../platform/database/database.js';
import { LimitKeys } from '../platform/web/session/limit-keys.js';
import { SignInMisses } from './sign-in-misses.entity.js';
import { MISSES_KEPT_HOURS, freeMisses, waitSeconds } from './sign-in.rules.js';

/** Where somebody tries to sign in. */
export interface SignInOrigin {
  readonly ip: string;
  /** How the browser is stored that has signed in as this account before; null for any other. */
  readonly browser: string | null;
}

/** Under which hashes a try is counted. */
interface Counts {
  readonly own: string;
  /** For all networks together; null where only the own counts. */
  readonly all: string | null;
}

/**
 * Slows down guessing of a password. Counted by address and network, so that nobody keeps a person out from
 * elsewhere; a browser that has signed in as the account before is counted by itself.
 */
@Injectable()
export class SignInTries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: LimitKeys,
  ) {}

  /**
   * Counts the try as a miss before the password is looked at, so that many tries at once are counted too.
   * @throws Refusal `sign-in-wait` with `seconds`, after too many misses lately
   */
  begin(email: string, origin: SignInOrigin): Promise<void> {
    const counts = this.countsOf(email, origin);
    return this.db.transaction(async (em) => {
      const now = this.clock.now();
      await em.delete(SignInMisses, { lastAt: LessThan(plusHours(now, -MISSES_KEPT_HOURS)) });
      const all = counts.all === null ? null : await this.locked(em, counts.all, now);
      const own = await this.locked(em, counts.own, now);
      const seconds = waitSeconds(own, now, freeMisses(all?.misses ?? 0));
      if (seconds > 0) throw new Refusal('sign-in-wait', { seconds });
      for (const { id, misses } of all === null ? [own] : [own, all])
        await em.update(SignInMisses, id, { misses: misses + 1, lastAt: now });
    });
  }

  /** The try was none: what was missed where it was made is forgotten, and nothing else. */
  async succeeded(email: string, origin: SignInOrigin): Promise<void> {
    const { own, all } = this.countsOf(email, origin);
    await this.db.transaction(async (em) => {
      if (all !== null)
        await em.decrement(SignInMisses, { whoHash: all, misses: MoreThan(0) }, 'misses', 1);
      await em.delete(SignInMisses, { whoHash: own });
    });
  }

  private countsOf(email: string, { ip, browser }: SignInOrigin): Counts {
    const hash = (where: string) => sha256(`${this.keys.mailbox(email)} ${where}`);
    return browser === null
      ? { own: hash(this.keys.network(ip)), all: hash('anywhere') }
      : { own: hash(browser), all: null };
  }

  private async locked(em: Writer, whoHash: string, now: Date): Promise<SignInMisses> {
    await em
      .createQueryBuilder()
      .insert()
      .into(SignInMisses)
      .values({ whoHash, misses: 0, lastAt: now })
      // What is known changes nothing; "insert ignore" would hide every other fault.
      .orUpdate(['who_hash'], ['who_hash'])
      .updateEntity(false)
      .execute();
    const row = await em.findOneByOrFail(SignInMisses, { whoHash });
    await em.lockRow(SignInMisses, row.id);
    return em.findOneByOrFail(SignInMisses, { id: row.id });
  }
}
