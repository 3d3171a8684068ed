import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Participant } from '../participants/participant.entity.js';

/** A private address that a person's calendar program fetches their meetings from; one at most. */
@Entity('calendar_feed')
@Unique('uq_calendar_feed_participant_id', ['participantId'])
@Unique('uq_calendar_feed_token_hash', ['tokenHash'])
export class CalendarFeed {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  participantId!: number;

  @ManyToOne(() => Participant, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  participant?: Participant;

  /** The address itself is shown once and never kept. */
  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
