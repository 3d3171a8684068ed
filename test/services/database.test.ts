import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import {
  DatabaseMisuse,
  DatabaseUnavailable,
  violatedUnique,
} from '../../src/platform/database/errors.js';
import { sourceOptions } from '../../src/platform/database/sources.js';
import type { Reader, Writer } from '../../src/platform/database/writer.js';
import { builtScript } from '../support/built.js';
import {
  describeOn,
  describeOnBothDatabases,
  useDatabase,
  type TestDatabase,
} from '../support/databases.js';
import { createRooms, Moment, Room, Seat, seated } from '../support/seats.js';

describeOnBothDatabases('Database', (database) => {
  const { db, newRoom } = useRooms(database);

  it('shows pages what is committed, and nothing else', async () => {
    const roomId = await newRoom(2);
    const inserted = Promise.withResolvers<number>();
    const looked = Promise.withResolvers<undefined>();
    const writing = db().transaction(async (em) => {
      await em.insert(Seat, { roomId, name: 'Amina' });
      inserted.resolve(await em.countBy(Seat, { roomId }));
      await looked.promise;
    });
    expect(await inserted.promise).toBe(1);
    expect(await seated(db().read, roomId)).toEqual([]);
    looked.resolve(undefined);
    await writing;
    expect(await seated(db().read, roomId)).toEqual(['Amina']);
  });

  it('refuses a transaction inside a transaction at once', async () => {
    const roomId = await newRoom(2);
    const nested = db().transaction(async (em) => {
      await em.insert(Seat, { roomId, name: 'Amina' });
      await db().transaction((inner) => inner.insert(Seat, { roomId, name: 'Bo' }));
    });
    await expect(nested).rejects.toThrow(DatabaseMisuse);
    expect(await seated(db().read, roomId)).toEqual([]);
  });

  it('refuses to read past the transaction one is in, and only there', async () => {
    const roomId = await newRoom(2);
    let later: Promise<string[]> | undefined;
    await expect(
      db().transaction(async () => {
        later = sleep(50).then(() => seated(db().read, roomId));
        return seated(db().read, roomId);
      }),
    ).rejects.toThrow(DatabaseMisuse);
    await expect(later).resolves.toEqual([]);
  });

  it('refuses a statement that comes after its transaction', async () => {
    const roomId = await newRoom(2);
    let escaped: Writer | undefined;
    await db().transaction((em) => {
      escaped = em;
      return Promise.resolve();
    });
    await expect(escaped?.insert(Seat, { roomId, name: 'Late' })).rejects.toThrow(DatabaseMisuse);
    expect(await seated(db().read, roomId)).toEqual([]);
  });

  it('refuses to write through what pages read with', async () => {
    const roomId = await newRoom(2);
    const write = db().read.createQueryBuilder(Room, 'room').update({ chairs: 9 }).execute();
    await expect(write).rejects.toThrow(/read.?only/i);
    expect(await db().read.findOneByOrFail(Room, { id: roomId })).toMatchObject({ chairs: 2 });
  });

  it('acts after the commit, outside the transaction, and not at all after a roll-back', async () => {
    const roomId = await newRoom(2);
    const seen: string[][] = [];
    const look = async () => {
      seen.push(await seated(db().read, roomId));
      await db().transaction((em) => em.insert(Seat, { roomId, name: 'Bo' }));
    };
    await db().transaction(async (em) => {
      em.afterCommit(look);
      await em.insert(Seat, { roomId, name: 'Amina' });
    });
    const failing = db().transaction((em) => {
      em.afterCommit(look);
      return Promise.reject(new Error('changed my mind'));
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(seen).toEqual([['Amina']]);
    expect(await seated(db().read, roomId)).toEqual(['Amina', 'Bo']);
  });

  it('takes no neighbour along when it rolls back', async () => {
    const roomId = await newRoom(2);
    const quarrel = (name: string, fails: boolean) =>
      db().transaction(async (em) => {
        await em.insert(Seat, { roomId, name });
        await sleep(30);
        if (fails) throw new Error('rolled back');
      });
    const ends = await Promise.allSettled([quarrel('fails', true), quarrel('stays', false)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await seated(db().read, roomId)).toEqual(['stays']);
  });

  it('sells the last seat once, however many want it at the same time', async () => {
    const roomId = await newRoom(10);
    const sold = await Promise.all(
      fifty((name) =>
        db().transaction(async (em) => {
          await em.lockRow(Room, roomId);
          return takeChair(em, roomId, name);
        }),
      ),
    );
    expect(sold.filter(Boolean)).toHaveLength(10);
    expect(await seated(db().read, roomId)).toHaveLength(10);
  });

  it('would sell it many times over without the lock: the test above proves something', async () => {
    const roomId = await newRoom(1);
    const unlocked = async (name: string) => {
      if (database.kind === 'mariadb') return db().transaction((em) => takeChair(em, roomId, name));
      // On SQLite the transaction itself is the lock: what is counted before it is counted without.
      const free = await hasFreeChair(db().read, roomId);
      if (free) await db().transaction((em) => em.insert(Seat, { roomId, name }));
      return free;
    };
    await Promise.all(fifty(unlocked));
    expect((await seated(db().read, roomId)).length).toBeGreaterThan(1);
  });

  it('loses no update when two people count up the same number', async () => {
    const roomId = await newRoom(0);
    await Promise.all(
      fifty(() =>
        db().transaction(async (em) => {
          await em.lockRow(Room, roomId);
          const room = await em.findOneByOrFail(Room, { id: roomId });
          await em.update(Room, { id: roomId }, { chairs: room.chairs + 1 });
        }),
      ),
    );
    expect(await db().read.findOneByOrFail(Room, { id: roomId })).toMatchObject({ chairs: 50 });
  });

  it('names the unique key that refused a row, and not the value', async () => {
    const roomId = await newRoom(2);
    const sit = () => db().transaction((em) => em.insert(Seat, { roomId, name: 'Amina' }));
    await sit();
    await expect(sit().catch(violatedUnique)).resolves.toBe('uq_test_seat_room_id_name');
    expect(violatedUnique(new Error('something else'))).toBeNull();
  });

  it('keeps instants to the millisecond, whatever zone it runs in', async () => {
    const at = new Date('2027-03-28T01:30:00.123Z');
    await db().transaction((em) => em.insert(Moment, { at }));
    expect(await db().read.find(Moment)).toMatchObject([{ at }]);
    const raw = await db()
      .read.createQueryBuilder(Moment, 'moment')
      .select('count(*)', 'number')
      .getRawOne();
    expect(raw).toEqual({ number: 1 });
  });

  it('finds nothing under a key that is not ASCII', async () => {
    expect(await db().read.findBy(Seat, { name: 'Åsa ١٢' })).toEqual([]);
  });
});

describeOn('sqlite', 'Database', (database) => {
  const { db, newRoom } = useRooms(database);

  it('shares a file with other processes, none of which fails', async () => {
    const roomId = await newRoom(0);
    const script = await builtScript('test/children/take-seats.ts');
    const others = ['b', 'c'].map(async (name) => {
      const child = spawn(process.execPath, [script, database.url, String(roomId), name, '150'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code] = (await once(child, 'exit')) as [number];
      return code;
    });
    for (let turn = 0; turn < 150; turn += 1) {
      await db().transaction(async (em) => {
        const taken = await em.countBy(Seat, { roomId });
        await em.insert(Seat, { roomId, name: `a-${String(taken)}` });
      });
      await sleep(5);
    }
    expect(await Promise.all(others)).toEqual([0, 0]);
    const numbers = (await seated(db().read, roomId)).map((name) => Number(name.split('-')[1]));
    // Each transaction saw everything that was committed before it: no number was given twice.
    expect(new Set(numbers).size).toBe(450);
  });

  it('waits for another process without stopping everything else, and gives up in the end', async () => {
    const roomId = await newRoom(2);
    const other = new BetterSqlite3(database.url.slice('sqlite:'.length));
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 50);
    const first = db().transaction((em) => em.insert(Seat, { roomId, name: 'first' }));
    await expect(first).rejects.toThrow(DatabaseUnavailable);
    clearInterval(clock);
    const second = db().transaction((em) => em.insert(Seat, { roomId, name: 'second' }));
    await sleep(100);
    other.exec('COMMIT');
    other.close();
    await second;
    expect(await seated(db().read, roomId)).toEqual(['second']);
    expect(ticks).toBeGreaterThan(20);
  }, 20_000);

  it('commits durably', async () => {
    const pragmas = await db().transaction(async (em) => [
      await em.query<unknown>('PRAGMA journal_mode'),
      await em.query<unknown>('PRAGMA synchronous'),
      await em.query<unknown>('PRAGMA foreign_keys'),
    ]);
    expect(pragmas).toEqual([
      [{ journal_mode: 'wal' }],
      [{ synchronous: 2 }],
      [{ foreign_keys: 1 }],
    ]);
  });

  it('is needed: TypeORM alone lets a roll-back take a neighbour along', async () => {
    const roomId = await newRoom(2);
    const source = new DataSource(sourceOptions(database.url, 'write', [Room, Seat]));
    await source.initialize();
    const inserted = Promise.withResolvers<undefined>();
    const failing = source.transaction(async (em) => {
      await em.insert(Seat, { roomId, name: 'fails' });
      inserted.resolve(undefined);
      await sleep(30);
      throw new Error('rolled back');
    });
    await inserted.promise;
    const succeeding = source.transaction((em) => em.insert(Seat, { roomId, name: 'lost' }));
    await Promise.allSettled([failing, succeeding]);
    await expect(succeeding).resolves.toBeDefined();
    await source.destroy();
    expect(await seated(db().read, roomId)).toEqual([]);
  });
});

describeOn('mariadb', 'Database', (database) => {
  const { db, newRoom } = useRooms(database);

  it('starts over after a deadlock', async () => {
    const [first, second] = [await newRoom(0), await newRoom(0)];
    let runs = 0;
    const meeting = Promise.withResolvers<undefined>();
    const lockBoth = (one: number, other: number) =>
      db().transaction(async (em) => {
        runs += 1;
        await em.lockRow(Room, one);
        if (runs === 2) meeting.resolve(undefined);
        await meeting.promise;
        await em.lockRow(Room, other);
        await em.increment(Room, { id: one }, 'chairs', 1);
      });
    await Promise.all([lockBoth(first, second), lockBoth(second, first)]);
    expect(runs).toBe(3);
    expect(await db().read.findBy(Room, { chairs: 1 })).toHaveLength(2);
  });

  it('has its settings on every connection', async () => {
    const asked = `SELECT @@tx_isolation AS isolation, @@sql_mode LIKE '%STRICT_ALL%' AS strict,
      @@innodb_lock_wait_timeout AS lock_wait, @@max_statement_time AS statement_time`;
    const [settings] = await db().transaction((em) => em.query<object[]>(asked));
    expect(settings).toEqual({
      isolation: 'READ-COMMITTED',
      strict: 1,
      lock_wait: 5,
      statement_time: 5,
    });
  });
});

function useRooms(database: TestDatabase) {
  beforeAll(() => createRooms(database.url));
  const db = useDatabase(database, [Room, Seat, Moment]);
  return {
    db,
    newRoom: (chairs: number) =>
      db().transaction(async (em) => (await em.save(Room, { chairs })).id),
  };
}

function fifty<T>(work: (name: string) => Promise<T>): Promise<T>[] {
  return Array.from({ length: 50 }, (_, number) => work(`person-${String(number)}`));
}

async function takeChair(em: Writer, roomId: number, name: string): Promise<boolean> {
  if (!(await hasFreeChair(em, roomId))) return false;
  await em.insert(Seat, { roomId, name });
  return true;
}

async function hasFreeChair(from: Reader, roomId: number): Promise<boolean> {
  const { chairs } = await from.findOneByOrFail(Room, { id: roomId });
  return (await from.countBy(Seat, { roomId })) < chairs;
}
