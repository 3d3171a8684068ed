import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { DatabaseUnavailable } from '../../src/platform/database/errors.js';
import { sourceOptions } from '../../src/platform/database/sources.js';
import { builtScript } from '../support/built.js';
import { describeOn } from '../support/databases.js';
import { useRooms } from '../support/rooms.js';
import { Room, Seat, seated } from '../support/seats.js';

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
  });

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
