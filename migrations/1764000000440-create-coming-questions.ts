import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** "Are you coming?", asked a week before a round starts, with what was answered. */
export class CreateComingQuestions1764000000440 implements MigrationInterface {
  readonly name = 'CreateComingQuestions1764000000440';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, state, instant } = columns(runner);
    const nullable = { nullable: true };
    await createTable(runner, 'coming_question', {
      columns: [
        id(),
        number('enrolment_id'),
        instant('starts_at'),
        key('token_hash', 64),
        instant('asked_at'),
        state('answer', nullable),
        instant('answered_at', nullable),
        instant('call_asked_at', nullable),
      ],
      references: [references('enrolment_id', 'enrolment', 'CASCADE')],
      uniques: [['token_hash'], ['enrolment_id', 'starts_at']],
      indexes: [['asked_at']],
      checks: {
        answer: "answer is null or answer in ('yes', 'no')",
        answered: '(answer is null) = (answered_at is null)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('coming_question');
  }
}
