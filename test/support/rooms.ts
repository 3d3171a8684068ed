import { beforeAll } from '@jest/globals';
import type { Database } from '../../src/platform/database/database.js';
import type { Reader, Writer } from '../../src/platform/database/writer.js';
import { useDatabase, type TestDatabase } from './databases.js';
import { createRooms, Moment, Room, Seat } from './seats.js';
import { untilServed } from './until-served.js';

/** A `Database` with rooms in it, and a way to make another room. For use inside tests. */
export function useRooms(database: TestDatabase): {
  db: () => Database;
  newRoom: (chairs: number) => Promise<number>;
} {
  beforeAll(() => createRooms(database.url));
  const db = useDatabase(database, [Room, Seat, Moment]);
  return {
    db,
    newRoom: (chairs) => db().transaction(async (em) => (await em.save(Room, { chairs })).id),
  };
}

/** Fifty people who do the same at the same time. */
export function fifty<T>(work: (name: string) => Promise<T>): Promise<T>[] {
  return Array.from({ length: 50 }, (_, number) =>
    untilServed(() => work(`person-${String(number)}`)),
  );
}

/** Looks for a free chair and sits down; says whether there was one. */
export async function takeChair(em: Writer, roomId: number, name: string): Promise<boolean> {
  if (!(await hasFreeChair(em, roomId))) return false;
  await em.insert(Seat, { roomId, name });
  return true;
}

/** Whether fewer sit in the room than it has chairs. */
export async function hasFreeChair(from: Reader, roomId: number): Promise<boolean> {
  const { chairs } = await from.findOneByOrFail(Room, { id: roomId });
  return (await from.countBy(Seat, { roomId })) < chairs;
}
