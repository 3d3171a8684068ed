import { Column, Entity, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';

/** An adult who takes part. Two adults may share one address, and some have none. */
@Entity('participant')
@Index('ix_participant_email', ['email'])
export class Participant {
  @PrimaryGeneratedColumn()
  id!: number;

  /** What the person wants to be called in the group. */
  @Column({ type: 'varchar', length: LENGTHS.name })
  firstName!: string;

  @Column({ type: 'varchar', length: LENGTHS.name, nullable: true })
  lastName!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.email, nullable: true })
  email!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.phone, nullable: true })
  phone!: string | null;

  /** The language in which we write to the person. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @VersionColumn({ type: 'int' })
  version!: number;
}
