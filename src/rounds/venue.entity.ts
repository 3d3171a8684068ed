import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';

/** A house where meetings are held. */
@Entity('venue')
export class Venue {
  @PrimaryGeneratedColumn()
  id!: number;

  /** What people call it: "Väven". */
  @Column({ type: 'varchar', length: LENGTHS.title })
  name!: string;

  /** The part of town; all that a discreet round tells in public. */
  @Column({ type: 'varchar', length: LENGTHS.title })
  district!: string;

  /** Street and number. */
  @Column({ type: 'varchar', length: LENGTHS.shortText })
  address!: string;

  /** Name of the room, null when the house has only one. */
  @Column({ type: 'varchar', length: LENGTHS.title, nullable: true })
  room!: string | null;
}
