import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Round } from '../rounds/round.entity.js';
import { Enrolment } from './enrolment.entity.js';
import type { OfferState } from './seat-offer.rules.js';

/** A seat offered to somebody in the queue. It holds the seat until it is answered or `answerBy`. */
@Entity('seat_offer')
@Unique('uq_seat_offer_token_hash', ['tokenHash'])
@Index('ix_seat_offer_round_id_state', ['roundId', 'state'])
@Index('ix_seat_offer_enrolment_id', ['enrolmentId'])
@Index('ix_seat_offer_state_answer_by', ['state', 'answerBy'])
export class SeatOffer {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  roundId!: number;

  @ManyToOne(() => Round, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  round?: Round;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  /** Which of the round's freed seats, counted from 1: the same seat passed on keeps its number. */
  @Column({ type: 'int' })
  seatNumber!: number;

  /** The seat was not taken and waits for somebody who has not been asked about it. */
  @Column({ type: 'boolean' })
  seatFree!: boolean;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: OfferState;

  /** Staff call about it; no mail holds its link. */
  @Column({ type: 'boolean' })
  byPhone!: boolean;

  /** Lapsed although the person had the mail. */
  @Column({ type: 'boolean' })
  missed!: boolean;

  @Column({ type: 'datetime', precision: 3 })
  offeredAt!: Date;

  /** UTC; a Swedish working day between 08 and 20. */
  @Column({ type: 'datetime', precision: 3 })
  answerBy!: Date;

  /** When it was answered, or found to be over; null while `open`. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}
