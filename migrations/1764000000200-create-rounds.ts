import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable, references } from './columns.js';

/** Venues, rounds, their meetings and leaders. */
export class CreateRounds1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createVenue(runner);
    await createRound(runner);
    await createRoundText(runner);
    await createMeeting(runner);
    await createLeader(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('round_leader');
    await runner.dropTable('meeting');
    await runner.dropTable('round_text');
    await runner.dropTable('round');
    await runner.dropTable('venue_text');
    await runner.dropTable('venue');
  }
}

async function createVenue(runner: QueryRunner): Promise<void> {
  const { id, number, text, key, long } = columns(runner);
  await createTable(runner, 'venue', {
    columns: [
      id(),
      text('name', 160),
      text('district', 160),
      text('address', 300),
      text('room', 160, { nullable: true }),
    ],
  });
  await createTable(runner, 'venue_text', {
    columns: [id(), number('venue_id'), key('language', 12), long('directions')],
    references: [references('venue_id', 'venue', 'CASCADE')],
    uniques: [['venue_id', 'language']],
    longest: { directions: 20_000 },
  });
}

async function createRound(runner: QueryRunner): Promise<void> {
  const { id, number, flag, text, key, state, instant, date, time } = columns(runner);
  await createTable(runner, 'round', {
    columns: [
      id(),
      number('programme_id'),
      key('slug', 80),
      state('state'),
      state('form'),
      key('language_of_instruction', 12),
      number('capacity'),
      number('min_participants'),
      date('decision_date', { nullable: true }),
      instant('enrol_from', { nullable: true }),
      instant('enrol_until'),
      number('venue_id', { nullable: true }),
      flag('show_place'),
      flag('interpreter_offered'),
      number('child_care_from_age', { nullable: true }),
      text('group_code', 12),
      number('weekday'),
      time('start_time'),
      time('end_time'),
      instant('starts_at'),
      instant('ends_at'),
      number('version'),
    ],
    references: [references('programme_id', 'programme'), references('venue_id', 'venue')],
    uniques: [['programme_id', 'slug']],
    indexes: [['venue_id'], ['state', 'starts_at']],
    checks: {
      state: "state in ('planned', 'published', 'cancelled')",
      form: "form in ('on-site', 'online', 'hybrid')",
      capacity: 'capacity >= 1 and min_participants >= 0 and min_participants <= capacity',
      weekday: 'weekday >= 1 and weekday <= 7',
    },
  });
}

async function createRoundText(runner: QueryRunner): Promise<void> {
  const { id, number, text, key, long } = columns(runner);
  await createTable(runner, 'round_text', {
    columns: [id(), number('round_id'), key('language', 12), text('label', 160), long('practical')],
    references: [references('round_id', 'round', 'CASCADE')],
    uniques: [['round_id', 'language']],
    longest: { practical: 20_000 },
  });
}

async function createMeeting(runner: QueryRunner): Promise<void> {
  const { id, number, state, instant, date, time } = columns(runner);
  await createTable(runner, 'meeting', {
    columns: [
      id(),
      number('round_id'),
      number('number'),
      number('theme_id', { nullable: true }),
      date('date'),
      time('start_time'),
      time('end_time'),
      instant('starts_at'),
      instant('ends_at'),
      state('state'),
      number('replaces_meeting_id', { nullable: true }),
      number('version'),
    ],
    references: [
      references('round_id', 'round', 'CASCADE'),
      references('theme_id', 'programme_theme', 'SET NULL'),
      references('replaces_meeting_id', 'meeting', 'SET NULL'),
    ],
    indexes: [['round_id', 'starts_at'], ['theme_id'], ['replaces_meeting_id'], ['starts_at']],
    checks: { state: "state in ('planned', 'cancelled')" },
  });
}

async function createLeader(runner: QueryRunner): Promise<void> {
  const { id, number } = columns(runner);
  await createTable(runner, 'round_leader', {
    columns: [id(), number('round_id'), number('staff_id'), number('sort_order')],
    references: [
      references('round_id', 'round', 'CASCADE'),
      references('staff_id', 'staff_account'),
    ],
    uniques: [['round_id', 'staff_id']],
    indexes: [['staff_id']],
  });
}
