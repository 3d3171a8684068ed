import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addKey, columns, createTable, dropCheck, references } from './columns.js';

/** Two who want a seat together or not at all, and the code that one of them typed in the form. */
export class CreateTogether1764000000450 implements MigrationInterface {
  readonly name = 'CreateTogether1764000000450';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, state, instant } = columns(runner);
    await createTable(runner, 'together_wish', {
      columns: [
        id(),
        number('enrolment_id'),
        key('code', 6),
        state('part'),
        instant('wished_at'),
        instant('ended_at', { nullable: true }),
      ],
      references: [references('enrolment_id', 'enrolment', 'CASCADE')],
      uniques: [['code', 'part']],
      indexes: [['enrolment_id']],
      checks: { part: "part in ('gave', 'took')" },
    });
    await addKey(runner, 'enrolment', 'together_code', 6);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropCheck(runner, 'enrolment', 'together_code_length');
    await runner.query('ALTER TABLE enrolment DROP COLUMN together_code');
    await runner.dropTable('together_wish');
  }
}
