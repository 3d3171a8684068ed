import { TableCheck, type MigrationInterface, type QueryRunner } from 'typeorm';

const STATES = "'pending', 'confirmed', 'waiting', 'review', 'cancelled', 'lapsed'";

/** Who waits until seats are offered no more is `closed`. */
export class CloseQueues1764000000810 implements MigrationInterface {
  readonly name = 'CloseQueues1764000000810';

  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, `${STATES}, 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE enrolment SET state = 'lapsed' WHERE state = 'closed'");
    await allow(runner, STATES);
  }
}

async function allow(runner: QueryRunner, states: string): Promise<void> {
  const name = 'ck_enrolment_state';
  const expression = `state in (${states})`;
  if (runner.dataSource.options.type === 'better-sqlite3') {
    await runner.dropCheckConstraint('enrolment', name);
    await runner.createCheckConstraint('enrolment', new TableCheck({ name, expression }));
    return;
  }
  // TypeORM takes MariaDB for a MySQL of old, which knew no checks.
  await runner.query(`ALTER TABLE enrolment DROP CONSTRAINT ${name}`);
  await runner.query(`ALTER TABLE enrolment ADD CONSTRAINT ${name} CHECK (${expression})`);
}
