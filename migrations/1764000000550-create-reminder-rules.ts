import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable } from './columns.js';

/** Code, which meetings, days before, local time: as the municipality reminds from the first day. */
const RULES = [
  ['first-three-days', 'first', 3, '09:00'],
  ['first-same-day', 'first', 0, '09:00'],
  ['later-day-before', 'later', 1, '18:00'],
] as const;

/** When people are reminded of a meeting. Rules are data, so that they can be changed without code. */
export class CreateReminderRules1764000000550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, state, time } = columns(runner);
    await createTable(runner, 'reminder_rule', {
      columns: [id(), key('code', 40), state('applies_to'), number('days_before'), time('at_time')],
      uniques: [['code']],
      checks: {
        applies_to: "applies_to in ('first', 'later')",
        days_before: 'days_before between 0 and 60',
      },
    });
    for (const rule of RULES) {
      await runner.query(
        'INSERT INTO reminder_rule (code, applies_to, days_before, at_time) VALUES (?, ?, ?, ?)',
        [...rule],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('reminder_rule');
  }
}
