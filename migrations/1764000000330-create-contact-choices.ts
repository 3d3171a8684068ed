import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** How people want to be reached, and whose a mail in the outbox is. */
export class CreateContactChoices1764000000330 implements MigrationInterface {
  readonly name = 'CreateContactChoices1764000000330';

  async up(runner: QueryRunner): Promise<void> {
    const { id, number, state, instant } = columns(runner);
    await createTable(runner, 'contact_choice', {
      columns: [
        id(),
        number('participant_id'),
        state('mail'),
        state('actor'),
        instant('changed_at'),
      ],
      references: [references('participant_id', 'participant', 'CASCADE')],
      uniques: [['participant_id']],
      checks: { mail: "mail in ('all', 'none')", actor: "actor in ('person', 'staff')" },
    });
    // By hand: on SQLite TypeORM would copy the whole table for one column.
    const type = number('person_id').type;
    await runner.query(`ALTER TABLE outgoing_mail ADD COLUMN person_id ${type} NULL`);
    await runner.createIndex('outgoing_mail', personIndex());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outgoing_mail', personIndex());
    await runner.query('ALTER TABLE outgoing_mail DROP COLUMN person_id');
    await runner.dropTable('contact_choice');
  }
}

function personIndex(): TableIndex {
  return new TableIndex({
    name: 'ix_outgoing_mail_person_id',
    columnNames: ['person_id'],
  });
}
