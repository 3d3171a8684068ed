import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../../kernel/lengths.js';
import type { MailAttachment } from './message.js';

/**
 * `queued`: never tried. `sending`: in the hands of a worker until `dueAt`. `retry`: put off by the
 * receiving server. `sent`, `cancelled` (no longer wanted) and `dead` (given up, somebody must act)
 * are final.
 */
export type MailState = 'queued' | 'sending' | 'retry' | 'sent' | 'dead' | 'cancelled';

/** A mail, rendered and waiting in the outbox or kept for the record once it has left it. */
@Entity('outgoing_mail')
@Unique('uq_outgoing_mail_dedupe_key', ['dedupeKey'])
@Index('ix_outgoing_mail_state_due_at', ['state', 'dueAt'])
@Index('ix_outgoing_mail_purged_at_created_at', ['purgedAt', 'createdAt'])
@Index('ix_outgoing_mail_person_id_recipient', ['personId', 'recipient'])
@Index('ix_outgoing_mail_kind_subject_id', ['kind', 'subjectId'])
@Index('ix_outgoing_mail_mailbox_hash_created_at', ['mailboxHash', 'createdAt'])
export class OutgoingMail {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.mailKind })
  kind!: string;

  @Column({ type: 'varchar', length: LENGTHS.dedupeKey })
  dedupeKey!: string;

  /** With angle brackets; the same however often the mail is sent, so that receivers can tell. */
  @Column({ type: 'varchar', length: LENGTHS.title })
  messageId!: string;

  /** The row of the feature that the mail is about; which table depends on the kind. */
  @Column({ type: 'int', nullable: true })
  subjectId!: number | null;

  /** The person it is to, so that all of theirs can be stopped at once; null for an unproved address. */
  @Column({ type: 'int', nullable: true })
  personId!: number | null;

  /** '' when it was never sent, and two days after it was sent to an address that nobody has proved. */
  @Column({ type: 'varchar', length: LENGTHS.email })
  recipient!: string;

  /** The mailbox behind the address, for limits on mails with codes; null for others, and after two days. */
  @Column({ type: 'varchar', length: LENGTHS.hash, nullable: true })
  mailboxHash!: string | null;

  /** The network that a mail with a code was asked for from; null with `mailboxHash`. */
  @Column({ type: 'varchar', length: LENGTHS.hash, nullable: true })
  originHash!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  subject!: string;

  /** Null once purged, like `text` and `attachments`. */
  @Column({ type: 'text', nullable: true })
  html!: string | null;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ type: 'simple-json', nullable: true })
  attachments!: readonly MailAttachment[] | null;

  /** True when the body must not outlive the sending. */
  @Column({ type: 'boolean' })
  secret!: boolean;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: MailState;

  /** When a worker may take it next; while `sending`, the end of the present worker's lease. */
  @Column({ type: 'datetime', precision: 3 })
  dueAt!: Date;

  /** The token of the worker that holds it or held it last. */
  @Column({ type: 'varchar', length: LENGTHS.token, nullable: true })
  claimedBy!: string | null;

  /** How often the receiving server has put it off. Tries that met no server are not counted. */
  @Column({ type: 'int' })
  attempts!: number;

  /** True when an earlier try may have got through without our learning it. */
  @Column({ type: 'boolean' })
  possibleDuplicate!: boolean;

  /** The codes of the receiving server's last answer, or why the mail was given up; never its words. */
  @Column({ type: 'varchar', length: LENGTHS.shortText, nullable: true })
  lastError!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  notAfter!: Date | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When the receiving server took it. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  sentAt!: Date | null;

  /** When the bodies were removed. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  purgedAt!: Date | null;
}
