import type { MigrationInterface, QueryRunner } from 'typeorm';

import { LENGTHS } from '../src/kernel/lengths.js';
import { columns, createTable } from './columns.js';

/** Adults who take part. */
export class CreateParticipants1764000000300 implements MigrationInterface {
  readonly name = 'CreateParticipants1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, key, text, instant } = columns(runner);
    await createTable(runner, 'participant', {
      columns: [
        id(),
        text('first_name', LENGTHS.name),
        text('last_name', LENGTHS.name, { nullable: true }),
        key('email', LENGTHS.email, { nullable: true }),
        key('phone', LENGTHS.phone, { nullable: true }),
        key('language', LENGTHS.language),
        instant('created_at'),
        number('version'),
      ],
      indexes: [['email']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('participant');
  }
}
