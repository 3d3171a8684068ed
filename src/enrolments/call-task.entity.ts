import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Participant } from '../participants/participant.entity.js';
import { Round } from '../rounds/round.entity.js';
import { Enrolment } from './enrolment.entity.js';

/**
 * Why somebody is called. `offer`: a seat to say yes or no to. `unreached`: the seat went on before the
 * person could be asked. `place`: what became of the enrolment. `seat-left`: a seat is free, and nobody
 * in the queue can be offered it: all have been asked, or wait for two. `coming`: they have not said
 * whether they come. `talk`: they have applied, and are placed after a talk. `care`: they
 * have got the child care that they waited for. `review`: one mailbox or network has asked for unusually
 * many; staff look at it and let it through or end it.
 */
export type CallTaskKind =
  'offer' | 'unreached' | 'place' | 'seat-left' | 'coming' | 'talk' | 'care' | 'review';

/** Something that staff do by telephone because no mail can, or may, say it. */
@Entity('call_task')
@Index('ix_call_task_enrolment_id', ['enrolmentId'])
@Index('ix_call_task_participant_id', ['participantId'])
@Index('ix_call_task_round_id', ['roundId'])
@Index('ix_call_task_handled_at_created_at', ['handledAt', 'createdAt'])
export class CallTask {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.state })
  kind!: CallTaskKind;

  @Column({ type: 'int', nullable: true })
  enrolmentId!: number | null;

  @ManyToOne(() => Enrolment, { nullable: true, onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment | null;

  /** Whom to call; null when it is about the round as such. */
  @Column({ type: 'int', nullable: true })
  participantId!: number | null;

  @ManyToOne(() => Participant, { nullable: true, onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  participant?: Participant | null;

  @Column({ type: 'int', nullable: true })
  roundId!: number | null;

  @ManyToOne(() => Round, { nullable: true, onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  round?: Round | null;

  /**
   * Tells two tasks of a kind about the same person and round apart, such as `offer:12`. Of the last
   * `seat-left` of a round it is how many seats are left for how many people right now, `1 3`. Else ''.
   */
  @Column({ type: 'varchar', length: LENGTHS.dedupeKey })
  note!: string;

  /** After this the call is of no use; null when it may wait. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  callBefore!: Date | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When it was done, or no longer needed. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  handledAt!: Date | null;
}
