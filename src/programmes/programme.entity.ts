import { Column, Entity, PrimaryGeneratedColumn, Unique, VersionColumn } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';

/** `direct`: anyone may enrol in the form. `talk`: the office talks with the person first. */
export type Admission = 'direct' | 'talk';

/** Only published programmes have a public page. */
export type ProgrammeState = 'draft' | 'published';

/** What the municipality offers, again and again: a method with its themes. Its rounds have the dates. */
@Entity('programme')
@Unique('uq_programme_slug', ['slug'])
export class Programme {
  @PrimaryGeneratedColumn()
  id!: number;

  /** ASCII, in the address of the public page; says nothing about the topic when `discreet`. */
  @Column({ type: 'varchar', length: LENGTHS.slug })
  slug!: string;

  /** Youngest age of the child in whole years, 0–18. */
  @Column({ type: 'int' })
  ageFrom!: number;

  /** Oldest age of the child in whole years, 0–18, inclusive. */
  @Column({ type: 'int' })
  ageTo!: number;

  @Column({ type: 'varchar', length: LENGTHS.state })
  admission!: Admission;

  /** Public pages and mails then give away neither place, dates, leaders nor themes. */
  @Column({ type: 'boolean' })
  discreet!: boolean;

  /** The two adults of a child never meet in the same round (separated parents). */
  @Column({ type: 'boolean' })
  keepApart!: boolean;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: ProgrammeState;

  /** Place in lists, lowest first. */
  @Column({ type: 'int' })
  sortOrder!: number;

  @VersionColumn({ type: 'int' })
  version!: number;
}
