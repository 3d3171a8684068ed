import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

import { addCheck, addKey, dropCheck } from './columns.js';

const JOINED = new TableIndex({ name: 'ix_round_join_key', columnNames: ['join_key'] });

/** Programmes that keep co-parents apart talk with people first, and place them in one of two joined rounds. */
export class JoinRounds1764000000460 implements MigrationInterface {
  readonly name = 'JoinRounds1764000000460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE programme SET admission = 'talk' WHERE keep_apart = 1");
    await addCheck(runner, 'programme', 'keep_apart', "keep_apart = 0 or admission = 'talk'");
    await addKey(runner, 'round', 'join_key', 40);
    await runner.createIndex('round', JOINED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('round', JOINED);
    await dropCheck(runner, 'round', 'join_key_length');
    await runner.query('ALTER TABLE `round` DROP COLUMN `join_key`');
    await dropCheck(runner, 'programme', 'keep_apart');
  }
}
