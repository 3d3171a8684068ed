import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { KeptForms } from '../platform/web/session/kept-forms.service.js';
import { SignInNeeded } from '../platform/web/sign-in-needed.js';
import { isFresh } from './sign-in.rules.js';

/**
 * Lets in who has signed in less than ten minutes ago; for what must not be done by somebody who finds a
 * telephone lying about. Stands behind `@Parent()`.
 */
@Injectable()
export class FreshSignIn implements CanActivate {
  constructor(
    private readonly clock: Clock,
    private readonly kept: KeptForms,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isFresh(request.session.signedInAt, this.clock.now())) return true;
    const { next, kept } = await this.kept.wayBack(context);
    const signIn = request.locale.href('/mina-kurser/logga-in');
    throw new SignInNeeded(signIn, next, { igen: kept ? 'skrivet' : '1' });
  }
}
