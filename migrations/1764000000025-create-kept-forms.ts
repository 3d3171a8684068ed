import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable } from './columns.js';

/** What people typed when their session had ended, until they have signed in again. */
export class CreateKeptForms1764000000025 implements MigrationInterface {
  readonly name = 'CreateKeptForms1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, state, key, long, instant } = columns(runner);
    await createTable(runner, 'kept_form', {
      columns: [
        id(),
        state('owner_kind'),
        number('owner_id'),
        key('token_hash', 64),
        long('sealed'),
        instant('created_at'),
      ],
      uniques: [['owner_kind', 'owner_id'], ['token_hash']],
      indexes: [['created_at']],
      longest: { sealed: 40_000 },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('kept_form');
  }
}
