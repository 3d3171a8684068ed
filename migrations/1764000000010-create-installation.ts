import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable } from './columns.js';

/** What the database remembers about itself: demo or production, and when its editorial content last changed. */
export class CreateInstallation1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { number, state } = columns(runner);
    await createTable(runner, 'installation', {
      columns: [{ ...number('id'), isPrimary: true }, state('mode')],
      checks: { mode: "mode in ('demo', 'production')", single: 'id = 1' },
    });
    await createTable(runner, 'content_revision', {
      columns: [{ ...number('id'), isPrimary: true }, number('revision')],
      checks: { single: 'id = 1' },
    });
    await runner.query('INSERT INTO content_revision (id, revision) VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('content_revision');
    await runner.dropTable('installation');
  }
}
