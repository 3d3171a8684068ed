import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable, references } from './columns.js';

/** The action plan: goals, measures, what is counted, and what the site has that serves them. */
export class CreateActionPlan1764000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPlan(runner);
    await createMeasures(runner);
    await createLinks(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'measure_item',
      'measure_programme',
      'measure_goal',
      'indicator_text',
      'indicator',
      'measure_text',
      'measure',
      'goal_text',
      'goal',
      'action_plan_text',
      'action_plan',
    ];
    for (const table of tables) await runner.dropTable(table);
  }
}

async function createPlan(runner: QueryRunner): Promise<void> {
  const { id, number, text, key, state, date } = columns(runner);
  await createTable(runner, 'action_plan', {
    columns: [id(), key('slug', 80), state('state'), date('starts_on'), date('ends_on')],
    uniques: [['slug']],
    checks: {
      state: "state in ('draft', 'adopted', 'expired')",
      period: 'starts_on <= ends_on',
    },
  });
  await createTable(runner, 'action_plan_text', {
    columns: [
      id(),
      number('plan_id'),
      key('language', 12),
      text('title', 160),
      text('summary', 600),
    ],
    references: [references('plan_id', 'action_plan', 'CASCADE')],
    uniques: [['plan_id', 'language']],
  });
  await createTable(runner, 'goal', {
    columns: [id(), number('plan_id'), state('code'), number('sort_order')],
    references: [references('plan_id', 'action_plan')],
    uniques: [['plan_id', 'code']],
  });
  await createTable(runner, 'goal_text', {
    columns: [id(), number('goal_id'), key('language', 12), text('title', 160)],
    references: [references('goal_id', 'goal', 'CASCADE')],
    uniques: [['goal_id', 'language']],
  });
}

async function createMeasures(runner: QueryRunner): Promise<void> {
  const { id, number, flag, text, key, state, date } = columns(runner);
  await createTable(runner, 'measure', {
    columns: [
      id(),
      number('plan_id'),
      state('code'),
      key('slug', 80),
      state('status'),
      flag('published'),
      date('starts_on'),
      date('ends_on'),
      number('sort_order'),
      number('version'),
    ],
    references: [references('plan_id', 'action_plan')],
    uniques: [['plan_id', 'code'], ['slug']],
    checks: {
      status: "status in ('planned', 'ongoing', 'done', 'delayed', 'dropped')",
      period: 'starts_on <= ends_on',
    },
  });
  await createTable(runner, 'measure_text', {
    columns: [
      id(),
      number('measure_id'),
      key('language', 12),
      text('title', 160),
      text('description', 600),
      text('lead_body', 160),
    ],
    references: [references('measure_id', 'measure', 'CASCADE')],
    uniques: [['measure_id', 'language']],
  });
  await createTable(runner, 'indicator', {
    columns: [id(), number('measure_id'), number('sort_order'), flag('by_sex')],
    references: [references('measure_id', 'measure', 'CASCADE')],
    uniques: [['measure_id', 'sort_order']],
  });
  await createTable(runner, 'indicator_text', {
    columns: [id(), number('indicator_id'), key('language', 12), text('name', 160)],
    references: [references('indicator_id', 'indicator', 'CASCADE')],
    uniques: [['indicator_id', 'language']],
  });
}

async function createLinks(runner: QueryRunner): Promise<void> {
  const links = [
    ['goal', 'goal'],
    ['programme', 'programme'],
    ['item', 'library_item'],
  ] as const;
  const { id, number } = columns(runner);
  for (const [name, table] of links) {
    await createTable(runner, `measure_${name}`, {
      columns: [id(), number('measure_id'), number(`${name}_id`)],
      references: [references('measure_id', 'measure', 'CASCADE'), references(`${name}_id`, table)],
      uniques: [['measure_id', `${name}_id`]],
      indexes: [[`${name}_id`]],
    });
  }
}
