import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { normalEmail } from '../kernel/text.js';
import { Database } from '../platform/database/database.js';
import type { Role } from '../platform/web/access.js';
import { hashPassword, passwordMatches } from '../platform/passwords.js';
import { SignInTries, type SignInOrigin } from './sign-in-tries.service.js';
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
    private readonly tries: SignInTries,
    private readonly clock: Clock,
  ) {}

  /**
   * The id of the account that a normalised address and a password belong to, or null when they do not fit.
   * Known and unknown addresses take the same time and the same answers.
   * @throws Refusal `sign-in-wait` with `seconds`, when there have been too many misses lately
   */
  async checkPassword(
    email: string,
    password: string,
    origin: SignInOrigin,
  ): Promise<number | null> {
    await this.tries.begin(email, origin);
    const account = await this.staff.credentials(email);
    const matches = await passwordMatches(password, account?.passwordHash ?? null);
    if (account === null || !matches) return null;
    await this.tries.succeeded(email, origin);
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
}
