import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { SeeOther } from '../kernel/page.js';
import { MailboxTrust } from '../participants/mailbox-trust.queries.js';
import { Config } from '../platform/config/config.js';
import { signIn } from '../platform/web/session/sign-in.js';
import { Steps, type Step } from '../platform/web/session/steps.js';
import { safeNext } from '../platform/web/sign-in-needed.js';
import { SignInPeople, type ProvedMailbox } from './sign-in-people.service.js';

/** The last step of signing in, for code and link alike. */
@Injectable()
export class SignInFinish {
  constructor(
    private readonly people: SignInPeople,
    private readonly mailbox: MailboxTrust,
    private readonly steps: Steps,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** From a proved mailbox to where the person was going, or to the question whose places it is about. */
  async onward(request: FastifyRequest, reply: FastifyReply, step: Step): Promise<SeeOther> {
    const mailbox = await this.people.behind([step]);
    const [only, ...others] = mailbox?.people ?? [];
    if (!mailbox || !only) return new SeeOther(request.locale.href('/mina-kurser/logga-in'));
    if (others.length > 0 || !(await this.mailbox.isEnough(only.id)))
      return new SeeOther(request.locale.href('/mina-kurser/logga-in/vem'));
    return this.signIn(request, reply, mailbox, only.id);
  }

  /** Signs the browser in under a new session id, once. */
  async signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    { proof, step }: ProvedMailbox,
    participantId: number,
  ): Promise<SeeOther> {
    if (await this.people.finish(proof.id, participantId)) {
      await signIn(request, { kind: 'participant', id: participantId }, this.clock);
      this.steps.forget(request, reply, step);
    }
    const next = safeNext(proof.next, this.config.baseUrl);
    return new SeeOther(next ?? request.locale.href('/mina-kurser'));
  }
}
