import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';

import { LENGTHS } from '../kernel/lengths.js';
import { Refusal } from '../kernel/refusal.js';
import { normalEmail } from '../kernel/text.js';
import { StaffBrowsers } from './staff-browsers.service.js';
import { StaffService } from './staff.service.js';

/** What trying an address and a password came to. */
export type PasswordOutcome =
  | { readonly kind: 'right'; readonly staffId: number }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `PasswordGuard`, on the route that signs staff in; false when a field was empty. */
    user?: PasswordOutcome | false;
  }
}

/** Proves by address and password who somebody is; our own session then keeps it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'staff-password') {
  constructor(
    private readonly staff: StaffService,
    private readonly browsers: StaffBrowsers,
  ) {
    super({
      usernameField: 'email',
      passwordField: 'password',
      passReqToCallback: true,
      session: false,
    });
  }

  /**
   * Reads the form itself: the strategy would also take what stands in the address, which is kept in logs and
   * histories. A form may send a field twice or not as text.
   */
  async validate(request: FastifyRequest): Promise<PasswordOutcome> {
    const { email: typed, password } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof typed !== 'string' || typeof password !== 'string') return { kind: 'wrong' };
    if (typed.length > LENGTHS.email || password.length > LENGTHS.password)
      return { kind: 'wrong' };
    try {
      const email = normalEmail(typed);
      const browser = await this.browsers.signedInBefore(request, email);
      const origin = { ip: request.ip, browser };
      const staffId = await this.staff.checkPassword(email, password, origin);
      return staffId === null ? { kind: 'wrong' } : { kind: 'right', staffId };
    } catch (error) {
      if (error instanceof Refusal && error.code === 'sign-in-wait')
        return { kind: 'wait', seconds: Number(error.facts.seconds) };
      throw error;
    }
  }
}
