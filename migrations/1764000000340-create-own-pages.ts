import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** Addresses that wait to be proved, and private calendars. */
export class CreateOwnPages1764000000340 implements MigrationInterface {
  readonly name = 'CreateOwnPages1764000000340';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, flag, instant } = columns(runner);
    const person = references('participant_id', 'participant', 'CASCADE');
    await createTable(runner, 'address_change', {
      columns: [
        id(),
        number('participant_id'),
        key('email', 254),
        key('code_hash', 64),
        key('session_hash', 64),
        flag('silent'),
        instant('created_at'),
        instant('sent_at', { nullable: true }),
        number('tries'),
      ],
      references: [person],
      uniques: [['participant_id']],
      indexes: [['created_at']],
    });
    await createTable(runner, 'calendar_feed', {
      columns: [id(), number('participant_id'), key('token_hash', 64), instant('created_at')],
      references: [person],
      uniques: [['participant_id'], ['token_hash']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_feed');
    await runner.dropTable('address_change');
  }
}
