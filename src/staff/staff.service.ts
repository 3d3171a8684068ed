import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusHours } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { sha256 } from '../kernel/secret.js';
import { normalEmail } from '../kernel/text.js';
import { Database } from '../platform/database/database.js';
import type { Role } from '../platform/web/access.js';
import { hashPassword, passwordMatches } from '../platform/passwords.js';
import { SignInMisses } from './sign-in-misses.entity.js';
import { MISSES_KEPT_HOURS, waitSeconds } from './sign-in.rules.js';
import { StaffAccount } from './staff-account.entity.js';
import { StaffRole } from './staff-role.entity.js';
import { StaffQueries } from './staff.queries.js';

/** A new account as somebody asks for it. */
export interface NewStaff {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** Staff accounts: who may sign in, and with what. */
@Injectable()
export class StaffService {
  constructor(
    private readonly db: Database,
    private readonly staff: StaffQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The id of the account that the address and password belong to, or null when they do not fit.
   * Known and unknown addresses take the same time and the same answers.
   * @throws Refusal `sign-in-wait` with `seconds`, when the address has had too many misses lately
   */
  async checkPassword(typedEmail: string, password: string): Promise<number | null> {
    const email = normalEmail(typedEmail);
    const emailHash = sha256(email);
    await this.beginTry(emailHash);
    const account = await this.staff.credentials(email);
    const matches = await passwordMatches(password, account?.passwordHash ?? null);
    if (account === null || !matches) return null;
    await this.db.transaction((em) => em.delete(SignInMisses, { emailHash }));
    return account.id;
  }

  /** Adds an active account with its roles and gives its id. */
  async add(staff: NewStaff): Promise<number> {
    const passwordHash = await hashPassword(staff.password);
    return this.db.transaction(async (em) => {
      const account = await em.save(StaffAccount, {
        email: normalEmail(staff.email),
        firstName: staff.firstName,
        lastName: staff.lastName,
        passwordHash,
        state: 'active',
        createdAt: this.clock.now(),
      });
      await em.insert(
        StaffRole,
        staff.roles.map((role) => ({ staffId: account.id, role })),
      );
      return account.id;
    });
  }

  /**
   * Counts the try as a miss before the password is looked at, so that many tries at once are
   * counted too; a success takes the count away.
   */
  private beginTry(emailHash: string): Promise<void> {
    return this.db.transaction(async (em) => {
      const now = this.clock.now();
      await em.delete(SignInMisses, { lastAt: LessThan(plusHours(now, -MISSES_KEPT_HOURS)) });
      await em
        .createQueryBuilder()
        .insert()
        .into(SignInMisses)
        .values({ emailHash, misses: 0, lastAt: now })
        // A known address changes nothing; "insert ignore" would hide every other fault.
        .orUpdate(['email_hash'], ['email_hash'])
        .updateEntity(false)
        .execute();
      const row = await em.findOneByOrFail(SignInMisses, { emailHash });
      await em.lockRow(SignInMisses, row.id);
      const known = await em.findOneByOrFail(SignInMisses, { id: row.id });
      const seconds = waitSeconds(known, now);
      if (seconds > 0) throw new Refusal('sign-in-wait', { seconds });
      await em.update(SignInMisses, known.id, { misses: known.misses + 1, lastAt: now });
    });
  }
}
