import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** Child care as a capacity of its own. Whoever had a seat and had asked for it, has it. */
export class CreateChildCare1764000000470 implements MigrationInterface {
  readonly name = 'CreateChildCare1764000000470';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, text, state, instant } = columns(runner);
    await createTable(runner, 'child_care', {
      columns: [
        id(),
        number('enrolment_id'),
        number('children'),
        text('ages', 160),
        state('state'),
        instant('queued_at', { nullable: true }),
        state('actor'),
        instant('since'),
      ],
      references: [references('enrolment_id', 'enrolment', 'CASCADE')],
      uniques: [['enrolment_id']],
      checks: {
        state: "state in ('given', 'waiting', 'ended')",
        children: 'children >= 1',
        queued: "state <> 'waiting' or queued_at is not null",
      },
    });
    await runner.query('ALTER TABLE `round` ADD COLUMN `child_care_places` integer NULL');
    await runner.query(
      'INSERT INTO child_care (enrolment_id, children, ages, state, queued_at, actor, since)' +
        " SELECT id, child_care_count, coalesce(child_care_ages, ''), 'given', NULL, 'person'," +
        " confirmed_at FROM enrolment WHERE state = 'confirmed' AND child_care_count >= 1",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `round` DROP COLUMN `child_care_places`');
    await runner.dropTable('child_care');
  }
}
