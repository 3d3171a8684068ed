import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Clock } from '../../../kernel/clock.js';
import { plusMinutes } from '../../../kernel/instant.js';
import { randomToken, sha256 } from '../../../kernel/secret.js';
import { Config } from '../../config/config.js';
import { Database, type Writer } from '../../database/database.js';
import { PendingStep } from './pending-step.entity.js';
import { stepCookie } from './sign-in.js';

const LASTS_MINUTES = 120;

/** The step that a visitor without a session is in the middle of: one cookie, two hours. */
@Injectable()
export class Steps {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Notes a step in the caller's transaction; the answer goes into the cookie after commit. */
  async begin(em: Writer, kind: string, subjectId: number): Promise<string> {
    const id = randomToken();
    const expiresAt = plusMinutes(this.clock.now(), LASTS_MINUTES);
    await em.insert(PendingStep, { idHash: sha256(id), kind, subjectId, expiresAt });
    return id;
  }

  /** What the steps were about goes on as another row of the same feature. */
  async move(em: Writer, kind: string, from: number, to: number): Promise<void> {
    await em.update(PendingStep, { kind, subjectId: from }, { subjectId: to });
  }

  /** Hands the step to the browser. */
  remember(reply: FastifyReply, stepId: string): void {
    reply.setCookie(stepCookie(this.config.secure), stepId, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secure,
      maxAge: LASTS_MINUTES * 60,
    });
  }

  /** What the browser is in the middle of, or null when there is no such step any more. */
  async current(request: FastifyRequest, kind: string): Promise<number | null> {
    const id = request.cookies[stepCookie(this.config.secure)];
    if (!id) return null;
    const step = await this.db.read.findOneBy(PendingStep, { idHash: sha256(id), kind });
    return step && step.expiresAt > this.clock.now() ? step.subjectId : null;
  }

  /** The step is done: the browser forgets it. */
  forget(reply: FastifyReply): void {
    const { secure } = this.config;
    // A browser takes a `__Host-` cookie away only when it is told as it was told to keep it.
    reply.clearCookie(stepCookie(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }
}
