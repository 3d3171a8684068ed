import {
  Injectable,
  NotFoundException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { ACCESS, StaffDirectory, type Access, type Role } from './access.js';
import { KeptForms } from './session/kept-forms.service.js';
import { SignInNeeded } from './sign-in-needed.js';

/** Lets nobody through unless the route says so; the app's only door. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly staff: StaffDirectory,
    private readonly kept: KeptForms,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    switch (access?.kind) {
      case 'public':
        return true;
      case 'parent':
        return this.admitParent(context);
      case 'staff':
        return this.admitStaff(context, access.roles);
      case undefined:
        return false;
    }
  }

  private async admitStaff(context: ExecutionContext, roles: readonly Role[]): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const owner = request.session.owner;
    const account = owner?.kind === 'staff' ? await this.staff.signedIn(owner.id) : null;
    if (!owner || !account)
      throw new SignInNeeded('/logga-in', (await this.kept.wayBack(context)).next);
    // A page that is not for one's role does not exist for one.
    if (!account.roles.some((role) => roles.includes(role))) throw new NotFoundException();
    request.staff = account;
    await this.kept.admit(context, owner);
    return true;
  }

  private async admitParent(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const owner = request.session.owner;
    if (owner?.kind !== 'participant') {
      const { next, kept } = await this.kept.wayBack(context);
      const signIn = request.locale.href('/mina-kurser/logga-in');
      throw new SignInNeeded(signIn, next, kept ? { igen: 'skrivet' } : {});
    }
    request.participantId = owner.id;
    await this.kept.admit(context, owner);
    return true;
  }
}
