import type { MigrationInterface, QueryRunner } from 'typeorm';

import { LENGTHS } from '../src/kernel/lengths.js';
import { columns, createTable } from './columns.js';

/** Signed-in browsers, steps that a visitor is in the middle of, and counts for limits. */
export class CreateBrowserSessions1764000000020 implements MigrationInterface {
  readonly name = 'CreateBrowserSessions1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, state, long, instant } = columns(runner);
    await createTable(runner, 'browser_session', {
      columns: [
        id(),
        key('id_hash', LENGTHS.hash),
        state('owner_kind'),
        number('owner_id'),
        long('data'),
        instant('created_at'),
        instant('last_used_at'),
      ],
      uniques: [['id_hash']],
      indexes: [['owner_kind', 'owner_id'], ['last_used_at']],
    });
    await createTable(runner, 'pending_step', {
      columns: [
        id(),
        key('id_hash', LENGTHS.hash),
        key('name', LENGTHS.stepName),
        state('kind'),
        number('subject_id'),
        instant('expires_at'),
      ],
      uniques: [['id_hash']],
      indexes: [['expires_at']],
    });
    await createTable(runner, 'act_count', {
      columns: [id(), state('act'), key('who_hash', LENGTHS.hash), instant('at')],
      indexes: [['act', 'who_hash', 'at'], ['at']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('act_count');
    await runner.dropTable('pending_step');
    await runner.dropTable('browser_session');
  }
}
