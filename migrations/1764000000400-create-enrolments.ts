import type { MigrationInterface, QueryRunner } from 'typeorm';

import { LENGTHS } from '../src/kernel/lengths.js';
import { columns, createTable, references } from './columns.js';

/** Enrolments with their history and proofs, and requests to be called. */
export class CreateEnrolments1764000000400 implements MigrationInterface {
  readonly name = 'CreateEnrolments1764000000400';

  async up(runner: QueryRunner): Promise<void> {
    await createEnrolment(runner);
    await createBelongings(runner);
    await createCallRequest(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('call_request');
    await runner.dropTable('enrolment_proof');
    await runner.dropTable('enrolment_event');
    await runner.dropTable('enrolment_child_age');
    await runner.dropTable('enrolment');
  }
}

async function createEnrolment(runner: QueryRunner): Promise<void> {
  const { id, number, key, text, state, instant } = columns(runner);
  const nullable = { nullable: true };
  await createTable(runner, 'enrolment', {
    columns: [
      id(),
      number('round_id'),
      number('participant_id', nullable),
      key('reference', LENGTHS.reference),
      state('state'),
      instant('holds_until', nullable),
      instant('queued_at'),
      instant('confirmed_at', nullable),
      key('language', LENGTHS.language),
      text('first_name', LENGTHS.name),
      text('last_name', LENGTHS.name, nullable),
      key('email', LENGTHS.email, nullable),
      key('phone', LENGTHS.phone, nullable),
      state('relation', nullable),
      state('sex', nullable),
      text('interpreter_language', LENGTHS.title, nullable),
      state('interpreter_sex', nullable),
      state('interpreter_way', nullable),
      number('child_care_count', nullable),
      text('child_care_ages', LENGTHS.title, nullable),
      key('origin_hash', LENGTHS.hash, nullable),
      key('mailbox_hash', LENGTHS.hash, nullable),
      instant('created_at'),
      number('version'),
    ],
    references: [references('round_id', 'round'), references('participant_id', 'participant')],
    uniques: [['reference'], ['round_id', 'participant_id']],
    indexes: [
      ['round_id', 'state', 'holds_until'],
      ['participant_id'],
      ['email'],
      ['origin_hash'],
      ['mailbox_hash'],
    ],
    checks: {
      state: "state in ('pending', 'confirmed', 'waiting', 'review', 'cancelled', 'lapsed')",
      confirmed:
        "state <> 'confirmed' or (confirmed_at is not null and participant_id is not null)",
    },
  });
}

async function createBelongings(runner: QueryRunner): Promise<void> {
  const { id, number, key, state, instant } = columns(runner);
  const enrolment = references('enrolment_id', 'enrolment', 'CASCADE');
  await createTable(runner, 'enrolment_child_age', {
    columns: [id(), number('enrolment_id'), state('band')],
    references: [enrolment],
    uniques: [['enrolment_id', 'band']],
  });
  await createTable(runner, 'enrolment_event', {
    columns: [id(), number('enrolment_id'), state('state'), state('actor'), instant('at')],
    references: [enrolment],
    indexes: [['enrolment_id']],
  });
  await createTable(runner, 'enrolment_proof', {
    columns: [
      id(),
      number('enrolment_id'),
      key('code_hash', LENGTHS.hash),
      key('token_hash', LENGTHS.hash),
      instant('created_at'),
      instant('sent_at', { nullable: true }),
      number('tries'),
      instant('used_at', { nullable: true }),
      instant('voided_at', { nullable: true }),
    ],
    references: [enrolment],
    uniques: [['token_hash']],
    indexes: [['enrolment_id']],
  });
}

async function createCallRequest(runner: QueryRunner): Promise<void> {
  const { id, number, key, text, flag, instant } = columns(runner);
  await createTable(runner, 'call_request', {
    columns: [
      id(),
      text('name', LENGTHS.name),
      key('phone', LENGTHS.phone),
      text('when_to_call', LENGTHS.shortText),
      flag('hide_caller'),
      key('language', LENGTHS.language),
      number('round_id', { nullable: true }),
      instant('created_at'),
      instant('handled_at', { nullable: true }),
    ],
    references: [references('round_id', 'round', 'SET NULL')],
    indexes: [['handled_at'], ['round_id']],
  });
}
