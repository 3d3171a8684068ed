import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable } from './columns.js';

/** The outbox, and the mailbox that stands in for every mailbox in the demo. */
export class CreateMail1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, number, flag, text, key, state, long, instant } = columns(runner);
    await createTable(runner, 'outgoing_mail', {
      columns: [
        id(),
        key('kind', 60),
        key('dedupe_key', 160),
        key('message_id', 160),
        number('subject_id', { nullable: true }),
        text('recipient', 254),
        key('mailbox_hash', 64, { nullable: true }),
        key('origin_hash', 64, { nullable: true }),
        key('language', 12),
        text('subject', 160),
        long('html', { nullable: true }),
        long('text', { nullable: true }),
        long('attachments', { nullable: true }),
        flag('secret'),
        state('state'),
        instant('due_at'),
        key('claimed_by', 43, { nullable: true }),
        number('attempts'),
        flag('possible_duplicate'),
        text('last_error', 300, { nullable: true }),
        instant('not_after', { nullable: true }),
        instant('created_at'),
        instant('sent_at', { nullable: true }),
        instant('purged_at', { nullable: true }),
      ],
      uniques: [['dedupe_key']],
      indexes: [
        ['state', 'due_at'],
        ['purged_at', 'created_at'],
        ['kind', 'subject_id'],
        ['mailbox_hash', 'created_at'],
      ],
      checks: {
        state: "state in ('queued', 'sending', 'retry', 'sent', 'dead', 'cancelled')",
        sent: "(state = 'sent') = (sent_at is not null)",
        purged: '(purged_at is null) = (html is not null)',
        attempts: 'attempts >= 0',
      },
      longest: { html: 20_000, text: 20_000, attachments: 40_000 },
    });
    await createTable(runner, 'demo_mail', {
      columns: [
        id(),
        key('message_id', 160),
        text('recipient', 254),
        key('language', 12),
        text('subject', 160),
        long('html'),
        long('text'),
        long('attachments'),
        instant('sent_at'),
      ],
      indexes: [['sent_at']],
      longest: { html: 20_000, text: 20_000, attachments: 40_000 },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('demo_mail');
    await runner.dropTable('outgoing_mail');
  }
}
