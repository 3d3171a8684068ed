import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Participant } from './participant.entity.js';

/** `none`: not a single mail, neither those that the person asks for. */
export type MailChoice = 'all' | 'none';

/** Who may decide something about a person. */
export type Decider = 'person' | 'staff';

/** How a person wants to be reached; nothing chosen is `all`. */
@Entity('contact_choice')
@Unique('uq_contact_choice_participant_id', ['participantId'])
export class ContactChoice {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  participantId!: number;

  @ManyToOne(() => Participant, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  participant?: Participant;

  @Column({ type: 'varchar', length: LENGTHS.state })
  mail!: MailChoice;

  @Column({ type: 'varchar', length: LENGTHS.state })
  actor!: Decider;

  @Column({ type: 'datetime', precision: 3 })
  changedAt!: Date;
}
