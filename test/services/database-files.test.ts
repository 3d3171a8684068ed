import { execFile } from 'node:child_process';
import { chmodSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, describe, expect, it } from '@jest/globals';

import { ContentRevision } from '../../src/platform/database/content-revision.entity.js';
import { builtScript } from '../support/built.js';
import { describeOn, useDatabase } from '../support/databases.js';
import { allEntities } from '../support/entities.js';
import { runFolder } from '../support/once.js';
import { ServerProcess } from '../support/server-process.js';

const entities = await allEntities();

let server: ServerProcess | undefined;
afterEach(() => server?.kill());

/** Who else may read or write a file: 0 for nobody. */
const forOthers = (path: string) => statSync(path).mode & 0o077;
const filesOf = (database: string) => ['', '-wal', '-shm'].map((end) => `${database}${end}`);

describe('A new SQLite database', () => {
  it('and its folder are nobody else’s to read, whether the command line makes them', async () => {
    const file = join(runFolder(), 'made', 'by-cli', 'new.db');
    const script = await builtScript('src/cli/main.ts');
    await promisify(execFile)(process.execPath, [script, 'migrate'], {
      env: { PATH: process.env['PATH'], DEMO: '1', DATABASE_URL: `sqlite:${file}` },
    });
    expect([dirname(dirname(file)), dirname(file), file].map(forOthers)).toEqual([0, 0, 0]);
  });

  it('or the server', async () => {
    const file = join(runFolder(), 'made', 'by-server', 'new.db');
    const settings = { DEMO: '1', DATABASE_URL: `sqlite:${file}` };
    server = await ServerProcess.start(settings);
    expect((await server.ended).errors).toContain('migrate');
    expect([dirname(file), file].map(forOthers)).toEqual([0, 0]);
  });
});

describeOn('sqlite', 'An SQLite database that others may read', (database) => {
  const db = useDatabase(database, entities);

  it('is nobody else’s once the server has opened it, with the files beside it', async () => {
    const files = filesOf(database.url.slice('sqlite:'.length));
    // Whoever has it open keeps the files beside it there.
    await db().transaction((em) => em.increment(ContentRevision, { id: 1 }, 'revision', 1));
    for (const file of files.filter(existsSync)) chmodSync(file, 0o644);
    expect(files.map(forOthers)).toEqual([0o044, 0o044, 0o044]);
    server = await (await ServerProcess.start({ DEMO: '1', DATABASE_URL: database.url })).ready();
    expect(files.map(forOthers)).toEqual([0, 0, 0]);
  });
});
