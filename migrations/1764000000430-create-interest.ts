import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** Who wants to know when a programme is given, and when a published round shows to everybody. */
export class CreateInterest1764000000430 implements MigrationInterface {
  readonly name = 'CreateInterest1764000000430';

  async up(runner: QueryRunner): Promise<void> {
    await createInterest(runner);
    await createLinks(runner);
    await createCalls(runner);
    // Both databases add a column that may be empty in place; TypeORM would rebuild the table on SQLite.
    await runner.query('ALTER TABLE `round` ADD COLUMN `shows_from` datetime(3) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `round` DROP COLUMN `shows_from`');
    await runner.dropTable('interest_call');
    await runner.dropTable('interest_link');
    await runner.dropTable('interest_child_age');
    await runner.dropTable('interest');
  }
}

async function createInterest(runner: QueryRunner): Promise<void> {
  const { id, number, flag, key, text, state, instant } = columns(runner);
  const nullable = { nullable: true };
  await createTable(runner, 'interest', {
    columns: [
      id(),
      number('programme_id'),
      state('state'),
      text('first_name', 80),
      key('email', 254, nullable),
      key('phone', 20, nullable),
      text('when_to_call', 300, nullable),
      flag('hide_caller'),
      key('language', 12),
      instant('wanted_at'),
      instant('stay_asked_at', nullable),
      instant('created_at'),
    ],
    references: [references('programme_id', 'programme', 'CASCADE')],
    indexes: [['programme_id', 'state'], ['email'], ['state', 'wanted_at']],
    checks: {
      state: "state in ('asked', 'listed')",
      reached: 'email is not null or phone is not null',
    },
  });
  await createTable(runner, 'interest_child_age', {
    columns: [id(), number('interest_id'), state('band')],
    references: [references('interest_id', 'interest', 'CASCADE')],
    uniques: [['interest_id', 'band']],
  });
}

async function createLinks(runner: QueryRunner): Promise<void> {
  const { id, number, key, state, instant } = columns(runner);
  const nullable = { nullable: true };
  await createTable(runner, 'interest_link', {
    columns: [
      id(),
      number('interest_id'),
      state('kind'),
      number('round_id', nullable),
      key('token_hash', 64),
      instant('created_at'),
      instant('sent_at', nullable),
      instant('used_at', nullable),
    ],
    references: [
      references('interest_id', 'interest', 'CASCADE'),
      references('round_id', 'round', 'CASCADE'),
    ],
    // A round is told of once; links of other kinds have none.
    uniques: [['token_hash'], ['interest_id', 'round_id']],
    indexes: [['round_id']],
    checks: {
      kind: "kind in ('prove', 'stay', 'round')",
      round: "(kind = 'round') = (round_id is not null)",
    },
  });
}

async function createCalls(runner: QueryRunner): Promise<void> {
  const { id, number, state, instant } = columns(runner);
  const nullable = { nullable: true };
  await createTable(runner, 'interest_call', {
    columns: [
      id(),
      number('interest_id'),
      state('kind'),
      number('round_id', nullable),
      instant('created_at'),
      instant('handled_at', nullable),
    ],
    references: [
      references('interest_id', 'interest', 'CASCADE'),
      references('round_id', 'round', 'CASCADE'),
    ],
    uniques: [['interest_id', 'round_id']],
    indexes: [['round_id'], ['handled_at', 'created_at']],
    checks: {
      kind: "kind in ('stay', 'round')",
      round: "(kind = 'round') = (round_id is not null)",
    },
  });
}
