import { afterEach, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { sourceOptions } from '../../src/platform/database/sources.js';
import { describeOnBothDatabases } from '../support/databases.js';

describeOnBothDatabases('The migrations', (database) => {
  let source: DataSource | undefined;
  afterEach(() => source?.destroy());

  it('can be undone one by one, and done again', async () => {
    const each = { transaction: 'each' } as const;
    source = await new DataSource({
      ...sourceOptions(database.url, 'migrate'),
      migrations,
    }).initialize();
    for (let left = migrations.length; left > 0; left -= 1) await source.undoLastMigration(each);
    expect(await source.runMigrations(each)).toHaveLength(migrations.length);
  });
});
