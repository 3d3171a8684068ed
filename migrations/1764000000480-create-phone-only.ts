import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** Enrolments that are changed by telephone only. */
export class CreatePhoneOnly1764000000480 implements MigrationInterface {
  readonly name = 'CreatePhoneOnly1764000000480';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, state, instant } = columns(runner);
    await createTable(runner, 'phone_only', {
      columns: [id(), number('enrolment_id'), state('actor'), instant('since')],
      references: [references('enrolment_id', 'enrolment', 'CASCADE')],
      uniques: [['enrolment_id']],
      checks: { actor: "actor in ('person', 'staff')" },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('phone_only');
  }
}
