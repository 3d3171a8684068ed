import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../../kernel/lengths.js';
import type { MailAttachment } from './message.js';

/** A mail that the demo would have sent, kept as the reader would see it, codes and all. */
@Entity('demo_mail')
@Index('ix_demo_mail_sent_at', ['sentAt'])
export class DemoMail {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.title })
  messageId!: string;

  @Column({ type: 'varchar', length: LENGTHS.email })
  recipient!: string;

  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  subject!: string;

  @Column({ type: 'text' })
  html!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'simple-json' })
  attachments!: readonly MailAttachment[];

  @Column({ type: 'datetime', precision: 3 })
  sentAt!: Date;
}
