import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';

import { Clock } from '../../kernel/clock.js';
import { plusMinutes } from '../../kernel/instant.js';
import type { Reader, Writer } from '../database/database.js';
import { ActLimits } from '../web/session/act-limits.js';
import { LimitKeys } from '../web/session/limit-keys.js';
import {
  CODE_LIMITS_LOOK_BACK,
  CODE_RUSH_MINUTES,
  allowsCodeMail,
  delayOf,
} from './code-mail-limits.rules.js';
import type { OutgoingMessage } from './message.js';
import { OutgoingMail, type MailState } from './outgoing-mail.entity.js';
import { Outbox } from './outbox.service.js';

/** A mail that nobody gets counts for nothing. */
const NEVER_SENT = In<MailState>(['cancelled', 'dead']);

/**
 * Mails with a code or link that anybody can ask for in anybody's name. What is counted is the outbox itself,
 * so that mails which are never sent use up nothing.
 */
@Injectable()
export class CodeMails {
  constructor(
    private readonly clock: Clock,
    private readonly limits: ActLimits,
    private readonly keys: LimitKeys,
    private readonly outbox: Outbox,
  ) {}

  /** Waits until nobody else asks for a mail to the same mailbox, and keeps the turn in this transaction. */
  takeTurn(em: Writer, address: string): Promise<void> {
    return this.limits.takeTurn(em, `code ${this.keys.mailbox(address)}`);
  }

  /** Whether one more may go to an address, asked for from an IP address; behind {@link takeTurn}. */
  async allows(em: Reader, address: string, from: string): Promise<boolean> {
    const now = this.clock.now();
    const mails = await em.find(OutgoingMail, {
      select: { id: true, createdAt: true, originHash: true },
      where: {
        mailboxHash: this.keys.mailbox(address),
        createdAt: MoreThan(plusMinutes(now, -CODE_LIMITS_LOOK_BACK)),
        state: Not(NEVER_SENT),
      },
    });
    return allowsCodeMail(mails, this.keys.network(from), now);
  }

  /** Queues one, later when there is a rush of them. */
  async queue(em: Writer, message: OutgoingMessage, from: string): Promise<void> {
    const now = this.clock.now();
    const recent = await em.countBy(OutgoingMail, {
      mailboxHash: Not(IsNull()),
      createdAt: MoreThan(plusMinutes(now, -CODE_RUSH_MINUTES)),
    });
    await this.outbox.queue(em, {
      ...message,
      dueAt: plusMinutes(now, delayOf(recent)),
      counted: {
        mailboxHash: this.keys.mailbox(message.to),
        originHash: this.keys.network(from),
      },
    });
  }

  /** How many wait only because there is a rush of them. */
  delayed(em: Reader): Promise<number> {
    const dueAt = MoreThan(this.clock.now());
    return em.countBy(OutgoingMail, { mailboxHash: Not(IsNull()), state: 'queued', dueAt });
  }
}
