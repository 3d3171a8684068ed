import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable, references } from './columns.js';

/** Staff accounts with their roles, and what slows down guessing of passwords. */
export class CreateStaff1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, number, text, key, state, instant } = columns(runner);
    await createTable(runner, 'staff_account', {
      columns: [
        id(),
        key('email', 254),
        text('first_name', 80),
        text('last_name', 80),
        key('password_hash', 160),
        state('state'),
        instant('created_at'),
      ],
      uniques: [['email']],
      checks: { state: "state in ('active', 'disabled')" },
    });
    await createTable(runner, 'staff_role', {
      columns: [id(), number('staff_id'), state('role')],
      references: [references('staff_id', 'staff_account', 'CASCADE')],
      uniques: [['staff_id', 'role']],
      checks: { role: "role in ('leader', 'coordinator', 'editor', 'administrator')" },
    });
    await createTable(runner, 'sign_in_misses', {
      columns: [id(), key('who_hash', 64), number('misses'), instant('last_at')],
      uniques: [['who_hash']],
      indexes: [['last_at']],
      checks: { misses: 'misses >= 0' },
    });
    await createTable(runner, 'staff_browser', {
      columns: [id(), key('id_hash', 64), number('staff_id'), instant('expires_at')],
      references: [references('staff_id', 'staff_account', 'CASCADE')],
      uniques: [['id_hash', 'staff_id']],
      indexes: [['staff_id'], ['expires_at']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('staff_browser');
    await runner.dropTable('sign_in_misses');
    await runner.dropTable('staff_role');
    await runner.dropTable('staff_account');
  }
}
