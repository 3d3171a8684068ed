import {
  TableColumn,
  TableForeignKey,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';

import { columns } from './columns.js';

/** Who asks to be called from the page of a list asks about a programme that has no round. */
export class CallAboutProgrammes1764000000820 implements MigrationInterface {
  readonly name = 'CallAboutProgrammes1764000000820';

  async up(runner: QueryRunner): Promise<void> {
    const column = columns(runner).number('programme_id', { nullable: true });
    await runner.addColumn('call_request', new TableColumn(column));
    await runner.createForeignKey('call_request', programmeKey());
    await runner.createIndex('call_request', programmeIndex());
  }

  async down(runner: QueryRunner): Promise<void> {
    // The index last: MariaDB needs it for the key.
    await runner.dropForeignKey('call_request', programmeKey());
    await runner.dropIndex('call_request', programmeIndex());
    await runner.dropColumn('call_request', 'programme_id');
  }
}

function programmeKey(): TableForeignKey {
  return new TableForeignKey({
    name: 'fk_call_request_programme_id',
    columnNames: ['programme_id'],
    referencedTableName: 'programme',
    referencedColumnNames: ['id'],
    onDelete: 'SET NULL',
    onUpdate: 'NO ACTION',
  });
}

function programmeIndex(): TableIndex {
  return new TableIndex({
    name: 'ix_call_request_programme_id',
    columnNames: ['programme_id'],
  });
}
