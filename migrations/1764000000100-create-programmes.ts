import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, createTable, references } from './columns.js';

/** Programmes, their texts and their themes. */
export class CreateProgrammes1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createProgramme(runner);
    await createThemes(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('programme_theme_text');
    await runner.dropTable('programme_theme');
    await runner.dropTable('programme_text');
    await runner.dropTable('programme');
  }
}

async function createProgramme(runner: QueryRunner): Promise<void> {
  const { id, number, flag, text, key, state, long, instant } = columns(runner);
  await createTable(runner, 'programme', {
    columns: [
      id(),
      key('slug', 80),
      number('age_from'),
      number('age_to'),
      state('admission'),
      flag('discreet'),
      flag('keep_apart'),
      state('state'),
      number('sort_order'),
      number('version'),
    ],
    uniques: [['slug']],
    checks: {
      ages: 'age_from >= 0 and age_from <= age_to and age_to <= 18',
      admission: "admission in ('direct', 'talk')",
      state: "state in ('draft', 'published')",
    },
  });
  await createTable(runner, 'programme_text', {
    columns: [
      id(),
      number('programme_id'),
      key('language', 12),
      text('name', 160),
      text('summary', 600),
      long('body'),
      number('source_version'),
      flag('minor'),
      instant('reviewed_at', { nullable: true }),
    ],
    references: [references('programme_id', 'programme', 'CASCADE')],
    uniques: [['programme_id', 'language']],
    longest: { body: 20_000 },
  });
}

async function createThemes(runner: QueryRunner): Promise<void> {
  const { id, number, text, key } = columns(runner);
  await createTable(runner, 'programme_theme', {
    columns: [id(), number('programme_id'), number('number')],
    references: [references('programme_id', 'programme', 'CASCADE')],
    uniques: [['programme_id', 'number']],
  });
  await createTable(runner, 'programme_theme_text', {
    columns: [id(), number('theme_id'), key('language', 12), text('title', 160)],
    references: [references('theme_id', 'programme_theme', 'CASCADE')],
    uniques: [['theme_id', 'language']],
  });
}
