import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Addresses of mails that belong to nobody are looked for, to be forgotten. */
export class FindMailsByRecipient1764000000800 implements MigrationInterface {
  readonly name = 'FindMailsByRecipient1764000000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('outgoing_mail', index(['person_id', 'recipient']));
    await runner.dropIndex('outgoing_mail', index(['person_id']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex('outgoing_mail', index(['person_id']));
    await runner.dropIndex('outgoing_mail', index(['person_id', 'recipient']));
  }
}

function index(columnNames: string[]): TableIndex {
  return new TableIndex({ name: `ix_outgoing_mail_${columnNames.join('_')}`, columnNames });
}
