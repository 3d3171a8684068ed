import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** Codes of people's own, asked for besides the mailed one. */
export class CreateOwnCodes1764000000320 implements MigrationInterface {
  readonly name = 'CreateOwnCodes1764000000320';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, instant } = columns(runner);
    await createTable(runner, 'own_code', {
      columns: [id(), number('participant_id'), key('hash', 160), instant('set_at')],
      references: [references('participant_id', 'participant', 'CASCADE')],
      uniques: [['participant_id']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('own_code');
  }
}
