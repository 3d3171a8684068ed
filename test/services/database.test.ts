import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { DatabaseMisuse, violatedUnique } from '../../src/platform/database/errors.js';
import type { Writer } from '../../src/platform/database/writer.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { fifty, hasFreeChair, takeChair, useRooms } from '../support/rooms.js';
import { Moment, Room, Seat, seated } from '../support/seats.js';

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
      .getRawOne<object>();
    expect(raw).toEqual({ number: 1 });
  });

  it('finds nothing under a key that is not ASCII', async () => {
    expect(await db().read.findBy(Seat, { name: 'Åsa ١٢' })).toEqual([]);
  });
});
