import { expect, it } from '@jest/globals';
import { contentChanged, contentRevision } from '../../src/platform/database/installation.js';
import { ContentRevision } from '../../src/platform/database/content-revision.entity.js';
import { describeOnBothDatabases, useDatabase } from '../support/databases.js';

describeOnBothDatabases('Database', (database) => {
  const db = useDatabase(database, [ContentRevision]);

  it('reads what a transaction has committed', async () => {
    await db().transaction((em) => contentChanged(em));
    expect(await contentRevision(db().read)).toBe(1);
  });
});
