import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { databaseSources } from '../../src/platform/database/connect.js';
import { Database } from '../../src/platform/database/database.js';
import { DatabaseUnavailable } from '../../src/platform/database/errors.js';
import { GuardedDataSource } from '../../src/platform/database/guarded-source.js';
import { sourceOptions } from '../../src/platform/database/sources.js';
import { describeOn } from '../support/databases.js';
import { FaultyLink } from '../support/faulty-link.js';
import { inTime } from '../support/patience.js';
import { createRooms, Room } from '../support/seats.js';
import { untilServed } from '../support/until-served.js';

/** Within three seconds a person is to see that it does not work just now. */
const PATIENCE_MS = 3_000;

describeOn('mariadb', 'A database that goes away', (database) => {
  let link: FaultyLink;
  const opened: { db: Database; write: GuardedDataSource }[] = [];

  const open = async () => {
    const write = new GuardedDataSource(sourceOptions(link.url, 'write', [Room]));
    const db = await Database.open(databaseSources(write, link.url));
    opened.push({ db, write });
    return db;
  };

  beforeAll(async () => {
    await createRooms(database.url);
    link = new FaultyLink(new URL(database.url));
    await link.works();
  });

  afterEach(async () => {
    await link.works();
    for (const { db, write } of opened.splice(0)) {
      await db.onApplicationShutdown();
      if (write.isInitialized) await write.destroy();
    }
  });

  afterAll(() => link.refuses());

  const use = (db: Database): Promise<unknown>[] => [
    db.transaction((em) => em.insert(Room, { chairs: 1 })),
    read(db),
  ];

  it('is said to be gone when it refuses, and used again when it is back', async () => {
    const db = await open();
    await Promise.all(use(db));
    await link.refuses();
    expect(await complaints(use(db))).toEqual([DatabaseUnavailable, DatabaseUnavailable]);
    await link.works();
    await Promise.all(use(db));
  });

  it('is said to be gone in time when it hangs, and used again when it is back', async () => {
    const db = await open();
    await Promise.all(Array.from({ length: 15 }, () => Promise.all(use(db))));
    link.hangs();
    // More than there are connections: the last ones wait for one.
    const asked = Array.from({ length: 25 }, () => use(db)).flat();
    const outcomes = await inTime(PATIENCE_MS, complaints(asked));
    expect(new Set(outcomes)).toEqual(new Set([DatabaseUnavailable]));
    await link.works();
    await Promise.all(Array.from({ length: 25 }, () => Promise.all(use(db))));
  });

  it('does not keep the app from starting', async () => {
    await link.refuses();
    const db = await open();
    expect(await complaints(use(db))).toEqual([DatabaseUnavailable, DatabaseUnavailable]);
    await link.works();
    await untilServed(() => read(db));
    await Promise.all(use(db));
  });

  it('does not keep the app from starting when it hangs', async () => {
    link.hangs();
    const db = await open();
    expect(await complaints(use(db))).toEqual([DatabaseUnavailable, DatabaseUnavailable]);
  });

  it('breaks a transaction in the middle without leaving half of it', async () => {
    const db = await open();
    const broken = db.transaction(async (em) => {
      await em.insert(Room, { chairs: 4711 });
      await link.refuses();
      await em.insert(Room, { chairs: 4711 });
    });
    await expect(broken).rejects.toThrow(DatabaseUnavailable);
    await link.works();
    expect(await db.read.countBy(Room, { chairs: 4711 })).toBe(0);
  });
});

/** `db.read` itself refuses while nothing has been connected. */
async function read(db: Database): Promise<number> {
  return db.read.count(Room);
}

async function complaints(asked: readonly Promise<unknown>[]): Promise<unknown[]> {
  const ends = await Promise.allSettled(asked);
  return ends.map((end) =>
    end.status === 'rejected' && end.reason instanceof DatabaseUnavailable
      ? DatabaseUnavailable
      : end,
  );
}
