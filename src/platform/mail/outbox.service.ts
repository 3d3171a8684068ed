import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Clock } from '../../kernel/clock.js';
import { randomToken } from '../../kernel/secret.js';
import { Config } from '../config/config.js';
import type { Writer } from '../database/database.js';
import { MailKinds } from './mail-kinds.js';
import { MailRenderer } from './mail-renderer.js';
import { MailWorker } from './mail-worker.service.js';
import type { OutgoingMessage } from './message.js';
import { OutgoingMail, type MailState } from './outgoing-mail.entity.js';
import { neverSent } from './settlement.rules.js';

/** Rows of one INSERT: enough to be quick, few enough for every database's packet size. */
const CHUNK = 50;
const CONTROL = /\p{Cc}/u;

type NewMail = Omit<OutgoingMail, 'id'>;

/** The only way to send a mail: it lies here until the caller's transaction has been committed. */
@Injectable()
export class Outbox {
  constructor(
    private readonly renderer: MailRenderer,
    private readonly kinds: MailKinds,
    private readonly worker: MailWorker,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Renders the mail and keeps it with whatever else the transaction writes. A mail whose dedupe key
   * is known already is left as it is.
   *
   * @throws Error when the kind is not registered, a template fails or a header holds a line break
   */
  queue(em: Writer, message: OutgoingMessage): Promise<void> {
    return this.queueAll(em, [message]);
  }

  /** The same for many mails, much quicker than one by one. */
  async queueAll(em: Writer, messages: readonly OutgoingMessage[]): Promise<void> {
    const rows = messages.map((message) => this.rowOf(message));
    for (let start = 0; start < rows.length; start += CHUNK) {
      await em
        .createQueryBuilder()
        .insert()
        .into(OutgoingMail)
        .values(rows.slice(start, start + CHUNK))
        // A known key changes nothing; unlike "insert ignore" this still reports every other fault.
        .orUpdate(['dedupe_key'], ['dedupe_key'])
        .updateEntity(false)
        .execute();
    }
    if (rows.length > 0) em.afterCommit(() => this.worker.wake());
  }

  /**
   * What lies here for a person and has not left is not sent any more; bodies and addresses go at once.
   * Their keys are free again: what is due still may be queued anew, to where the person now wants it.
   */
  async cancelAllTo(em: Writer, personId: number): Promise<void> {
    const waiting = { personId, state: In<MailState>(['queued', 'retry']) };
    for (const { id } of await em.find(OutgoingMail, { select: { id: true }, where: waiting }))
      await em.update(
        OutgoingMail,
        { ...waiting, id },
        {
          ...neverSent(this.clock.now()),
          state: 'cancelled',
          lastError: 'Stopped by the person',
          dedupeKey: `stopped:${id}`,
        },
      );
  }

  /** Lets the same thing be told anew: the mail that had the key, sent or stopped, is the past. */
  async forgetKey(em: Writer, dedupeKey: string): Promise<void> {
    const mail = await em.findOneBy(OutgoingMail, { dedupeKey });
    if (mail) await em.update(OutgoingMail, { id: mail.id }, { dedupeKey: `past:${mail.id}` });
  }

  private rowOf(message: OutgoingMessage): NewMail {
    if (!this.kinds.get(message.kind)) throw new Error(`No mail kind ${message.kind}`);
    for (const header of [message.to, message.subject])
      if (CONTROL.test(header)) throw new Error(`Control character in a ${message.kind} mail`);
    const now = this.clock.now();
    return {
      kind: message.kind,
      dedupeKey: message.dedupeKey,
      messageId: this.newMessageId(),
      subjectId: message.subjectId ?? null,
      personId: message.personId ?? null,
      recipient: message.to,
      mailboxHash: message.counted?.mailboxHash ?? null,
      originHash: message.counted?.originHash ?? null,
      language: message.language,
      subject: message.subject,
      ...this.renderer.render(message),
      attachments: message.attachments ?? [],
      secret: message.secret ?? false,
      state: 'queued',
      dueAt: message.dueAt ?? now,
      claimedBy: null,
      attempts: 0,
      possibleDuplicate: false,
      lastError: null,
      notAfter: message.notAfter ?? null,
      createdAt: now,
      sentAt: null,
      purgedAt: null,
    };
  }

  /** Random rather than made from the dedupe key: headers are read by others than the recipient. */
  private newMessageId(): string {
    const domain = this.config.mailFrom.slice(this.config.mailFrom.lastIndexOf('@') + 1);
    return `<${randomToken()}@${domain}>`;
  }
}
