import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { columns, createTable, references } from '../../migrations/columns.js';
import { GuardedDataSource } from '../../src/platform/database/guarded-source.js';
import { sourceOptions } from '../../src/platform/database/sources.js';
import type { Reader } from '../../src/platform/database/writer.js';

/** A room with a number of chairs: the smallest thing that two people can want at once. */
@Entity('test_room')
export class Room {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  chairs!: number;
}

/** Somebody's chair in a room. */
@Entity('test_seat')
@Unique('uq_test_seat_room_id_name', ['roomId', 'name'])
export class Seat {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  roomId!: number;

  @Column({ type: 'varchar', length: 40 })
  name!: string;
}

/** A point in time. */
@Entity('test_moment')
export class Moment {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

/** Makes the three tables in a test database. */
export async function createRooms(url: string): Promise<void> {
  const source = new GuardedDataSource(sourceOptions(url, 'write'));
  await source.initialize();
  const runner = source.createQueryRunner();
  const { id, number, key, instant } = columns(runner);
  await createTable(runner, 'test_room', { columns: [id(), number('chairs')] });
  await createTable(runner, 'test_seat', {
    columns: [id(), number('room_id'), key('name', 40)],
    references: [references('room_id', 'test_room', 'CASCADE')],
    uniques: [['room_id', 'name']],
  });
  await createTable(runner, 'test_moment', { columns: [id(), instant('at')] });
  await runner.release();
  await source.destroy();
}

/** Who sits in a room, in the order of the alphabet. */
export async function seated(from: Reader, roomId: number): Promise<string[]> {
  const seats = await from.findBy(Seat, { roomId });
  return seats.map(({ name }) => name).sort();
}
