import type { MigrationInterface, QueryRunner } from 'typeorm';

import { columns, createTable, references } from './columns.js';

/** Offers of freed seats, the order and the limits of the queue, and people whom staff call. */
export class CreateSeatOffers1764000000410 implements MigrationInterface {
  readonly name = 'CreateSeatOffers1764000000410';

  async up(runner: QueryRunner): Promise<void> {
    await createCallTask(runner);
    await createOffer(runner);
    await createStayQuestion(runner);
    await createQueuePriority(runner);
    await createHeldSeats(runner);
    await createClosedDay(runner);
    // Both databases add a column with a default in place; TypeORM would rebuild the table on SQLite.
    await runner.query(
      'ALTER TABLE `round` ADD COLUMN `offers_until_meeting` integer NOT NULL DEFAULT 2',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `round` DROP COLUMN `offers_until_meeting`');
    await runner.dropTable('closed_day');
    await runner.dropTable('held_seats');
    await runner.dropTable('queue_priority');
    await runner.dropTable('stay_question');
    await runner.dropTable('seat_offer');
    await runner.dropTable('call_task');
  }
}

async function createCallTask(runner: QueryRunner): Promise<void> {
  const { id, number, key, state, instant } = columns(runner);
  const nullable = { nullable: true };
  await createTable(runner, 'call_task', {
    columns: [
      id(),
      state('kind'),
      number('enrolment_id', nullable),
      number('participant_id', nullable),
      number('round_id', nullable),
      key('note', 160),
      instant('call_before', nullable),
      instant('created_at'),
      instant('handled_at', nullable),
    ],
    references: [
      references('enrolment_id', 'enrolment', 'CASCADE'),
      references('participant_id', 'participant', 'CASCADE'),
      references('round_id', 'round', 'CASCADE'),
    ],
    indexes: [['enrolment_id'], ['participant_id'], ['round_id'], ['handled_at', 'created_at']],
  });
}

async function createOffer(runner: QueryRunner): Promise<void> {
  const { id, number, key, flag, state, instant } = columns(runner);
  await createTable(runner, 'seat_offer', {
    columns: [
      id(),
      number('round_id'),
      number('enrolment_id'),
      number('seat_number'),
      flag('seat_free'),
      key('token_hash', 64),
      state('state'),
      flag('by_phone'),
      flag('missed'),
      instant('offered_at'),
      instant('answer_by'),
      instant('ended_at', { nullable: true }),
    ],
    references: [
      references('round_id', 'round'),
      references('enrolment_id', 'enrolment', 'CASCADE'),
    ],
    uniques: [['token_hash']],
    indexes: [['round_id', 'state'], ['enrolment_id'], ['state', 'answer_by']],
    checks: {
      state: "state in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')",
      ended: "(state = 'open') = (ended_at is null)",
      // A seat is free again only after whoever it was offered to has not taken it.
      seat: "seat_free = 0 or state in ('declined', 'lapsed', 'withdrawn')",
    },
  });
}

async function createStayQuestion(runner: QueryRunner): Promise<void> {
  const { id, number, key, state, instant } = columns(runner);
  await createTable(runner, 'stay_question', {
    columns: [
      id(),
      number('enrolment_id'),
      key('token_hash', 64),
      instant('asked_at'),
      state('answer', { nullable: true }),
      instant('answered_at', { nullable: true }),
    ],
    references: [references('enrolment_id', 'enrolment', 'CASCADE')],
    uniques: [['token_hash']],
    indexes: [['enrolment_id']],
    checks: {
      answer: "answer is null or answer in ('yes', 'no')",
      answered: '(answer is null) = (answered_at is null)',
    },
  });
}

async function createQueuePriority(runner: QueryRunner): Promise<void> {
  const { id, number, text, instant } = columns(runner);
  await createTable(runner, 'queue_priority', {
    columns: [
      id(),
      number('enrolment_id'),
      number('priority'),
      text('reason', 300),
      number('staff_id'),
      instant('set_at'),
      instant('replaced_at', { nullable: true }),
    ],
    references: [
      references('enrolment_id', 'enrolment', 'CASCADE'),
      references('staff_id', 'staff_account'),
    ],
    indexes: [['enrolment_id'], ['staff_id']],
    checks: { priority: 'priority >= 0 and priority <= 9' },
  });
}

async function createHeldSeats(runner: QueryRunner): Promise<void> {
  const { id, number, text, instant } = columns(runner);
  await createTable(runner, 'held_seats', {
    columns: [
      id(),
      number('round_id'),
      number('seats'),
      text('reason', 300),
      number('staff_id'),
      instant('held_at'),
      instant('released_at', { nullable: true }),
    ],
    references: [references('round_id', 'round'), references('staff_id', 'staff_account')],
    indexes: [['round_id'], ['staff_id']],
    checks: { seats: 'seats >= 0' },
  });
}

async function createClosedDay(runner: QueryRunner): Promise<void> {
  const { id, date, text } = columns(runner);
  await createTable(runner, 'closed_day', {
    columns: [id(), date('date'), text('reason', 160)],
    uniques: [['date']],
  });
}
