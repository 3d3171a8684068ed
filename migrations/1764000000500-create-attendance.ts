import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable, references } from './columns.js';

/** Attendance: marks that are only ever added. */
export class CreateAttendance1764000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, state, instant } = columns(runner);
    await createTable(runner, 'attendance_mark', {
      columns: [
        id(),
        number('meeting_id'),
        number('enrolment_id'),
        state('state'),
        number('marked_by'),
        instant('marked_at'),
        instant('recorded_at'),
        key('nonce', 43),
      ],
      references: [
        references('meeting_id', 'meeting'),
        references('enrolment_id', 'enrolment'),
        references('marked_by', 'staff_account'),
      ],
      uniques: [['meeting_id', 'enrolment_id', 'nonce', 'state']],
      indexes: [['enrolment_id'], ['marked_by']],
      checks: { state: "state in ('here', 'online', 'excused', 'absent')" },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('attendance_mark');
  }
}
