import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Programme } from '../programmes/programme.entity.js';

/** `asked`: the mailbox is not proved yet, and the row counts for nothing. `listed`: on the list. */
export type InterestState = 'asked' | 'listed';

/** One adult who wants to know when a programme is given. Reached by e-mail, or else by telephone. */
@Entity('interest')
@Index('ix_interest_programme_id_state', ['programmeId', 'state'])
@Index('ix_interest_email', ['email'])
@Index('ix_interest_state_wanted_at', ['state', 'wantedAt'])
export class Interest {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  programmeId!: number;

  @ManyToOne(() => Programme, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  programme?: Programme;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: InterestState;

  @Column({ type: 'varchar', length: LENGTHS.name })
  firstName!: string;

  @Column({ type: 'varchar', length: LENGTHS.email, nullable: true })
  email!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.phone, nullable: true })
  phone!: string | null;

  /** When it is fine to call, in the person's own words; null for whoever is mailed. */
  @Column({ type: 'varchar', length: LENGTHS.shortText, nullable: true })
  whenToCall!: string | null;

  /** Staff must not say where they call from, nor leave a message. */
  @Column({ type: 'boolean' })
  hideCaller!: boolean;

  /** The language the person asked in; mails are written in it. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  /** When the person last said that they want this, UTC: all times of the list run from here. */
  @Column({ type: 'datetime', precision: 3 })
  wantedAt!: Date;

  /** When they were asked whether to stay on the list, UTC; null until then. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  stayAskedAt!: Date | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
