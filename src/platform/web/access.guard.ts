import {
  Injectable,
  NotFoundException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { ACCESS, StaffDirectory, type Access, type Role } from './access.js';
import { SignInNeeded } from './sign-in-needed.js';

/** Lets nobody through unless the route says so; the app's only door. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly staff: StaffDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    switch (access?.kind) {
      case 'public':
        return true;
      case 'parent':
        return admitParent(request);
      case 'staff':
        return this.admitStaff(request, access.roles);
      case undefined:
        return false;
    }
  }

  private async admitStaff(request: FastifyRequest, roles: readonly Role[]): Promise<boolean> {
    const owner = request.session.owner;
    const account = owner?.kind === 'staff' ? await this.staff.signedIn(owner.id) : null;
    if (!account) throw new SignInNeeded('/logga-in', nextOf(request));
    // A page that is not for one's role does not exist for one.
    if (!account.roles.some((role) => roles.includes(role))) throw new NotFoundException();
    request.staff = account;
    return true;
  }
}

function admitParent(request: FastifyRequest): boolean {
  const owner = request.session.owner;
  if (owner?.kind !== 'participant')
    throw new SignInNeeded(request.locale.href('/mina-kurser/logga-in'), nextOf(request));
  request.participantId = owner.id;
  return true;
}

/** What was only to be read is read after signing in. */
function nextOf(request: FastifyRequest): string {
  return request.method === 'GET' ? request.url : '';
}
