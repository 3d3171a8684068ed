import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable, references } from './columns.js';

/** The library with its texts and audiences, and the help lines. */
export class CreateLibrary1764000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createItems(runner);
    await createHelpLines(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'help_line_topic',
      'help_line_text',
      'help_line',
      'library_item_audience',
      'library_item_text',
      'library_item',
    ];
    for (const table of tables) await runner.dropTable(table);
  }
}

async function createItems(runner: QueryRunner): Promise<void> {
  const { id, number, flag, text, key, long, state, instant, date } = columns(runner);
  await createTable(runner, 'library_item', {
    columns: [
      id(),
      key('slug', 80),
      state('topic'),
      state('type'),
      flag('sensitive'),
      state('state'),
      instant('published_at', { nullable: true }),
      date('review_due_on', { nullable: true }),
      number('version'),
    ],
    uniques: [['slug']],
    checks: {
      state: "state in ('draft', 'published')",
      published: "state = 'draft' or published_at is not null",
    },
  });
  await createTable(runner, 'library_item_text', {
    columns: [
      id(),
      number('item_id'),
      key('language', 12),
      text('title', 160),
      text('tab_title', 160, { nullable: true }),
      text('summary', 600),
      long('body'),
      number('source_version'),
      flag('minor'),
      instant('reviewed_at', { nullable: true }),
    ],
    references: [references('item_id', 'library_item', 'CASCADE')],
    uniques: [['item_id', 'language']],
    longest: { body: 20_000 },
  });
  await createTable(runner, 'library_item_audience', {
    columns: [id(), number('item_id'), state('audience')],
    references: [references('item_id', 'library_item', 'CASCADE')],
    uniques: [['item_id', 'audience']],
    indexes: [['audience']],
  });
}

async function createHelpLines(runner: QueryRunner): Promise<void> {
  const { id, number, flag, text, key, state, instant, date } = columns(runner);
  await createTable(runner, 'help_line', {
    columns: [
      id(),
      key('number', 20),
      key('telephone', 20),
      number('sort_order'),
      flag('emergency'),
      flag('municipal'),
      date('verified_on', { nullable: true }),
      key('url', 400, { nullable: true }),
      flag('active'),
    ],
    uniques: [['telephone']],
  });
  await createTable(runner, 'help_line_text', {
    columns: [
      id(),
      number('line_id'),
      key('language', 12),
      text('name', 160),
      text('audience', 300),
      text('hours', 300),
      text('claims', 600),
      instant('reviewed_at', { nullable: true }),
    ],
    references: [references('line_id', 'help_line', 'CASCADE')],
    uniques: [['line_id', 'language']],
  });
  await createTable(runner, 'help_line_topic', {
    columns: [id(), number('line_id'), state('topic')],
    references: [references('line_id', 'help_line', 'CASCADE')],
    uniques: [['line_id', 'topic']],
  });
}
