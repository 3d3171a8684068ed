import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable } from './columns.js';

/** Codes and links that sign a person in, and turns for what is counted for one address at a time. */
export class CreateSignIn1764000000310 implements MigrationInterface {
  readonly name = 'CreateSignIn1764000000310';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, instant } = columns(runner);
    await createTable(runner, 'sign_in_proof', {
      columns: [
        id(),
        key('email', 254),
        key('code_hash', 64),
        key('token_hash', 64),
        key('next', 400, { nullable: true }),
        instant('created_at'),
        instant('sent_at', { nullable: true }),
        number('tries'),
        instant('used_at', { nullable: true }),
        instant('finished_at', { nullable: true }),
        instant('voided_at', { nullable: true }),
      ],
      uniques: [['token_hash']],
      indexes: [['email'], ['created_at']],
    });
    await createTable(runner, 'act_turn', {
      columns: [id(), key('who_hash', 64), instant('at')],
      uniques: [['who_hash']],
      indexes: [['at']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('act_turn');
    await runner.dropTable('sign_in_proof');
  }
}
