import {
  Column,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import type { TimeOfDay } from '../kernel/civil-date.js';
import { LENGTHS } from '../kernel/lengths.js';
import { Programme } from '../programmes/programme.entity.js';
import { Venue } from './venue.entity.js';

/** `planned`: not public yet. `cancelled`: the whole round is called off. */
export type RoundState = 'planned' | 'published' | 'cancelled';

/** Where people take part: in the room, on line, or as they like. */
export type RoundForm = 'on-site' | 'online' | 'hybrid';

/** A programme at a place and a time: what people enrol in. */
@Entity('round')
@Unique('uq_round_programme_id_slug', ['programmeId', 'slug'])
@Index('ix_round_venue_id', ['venueId'])
@Index('ix_round_state_starts_at', ['state', 'startsAt'])
@Index('ix_round_join_key', ['joinKey'])
export class Round {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  programmeId!: number;

  @ManyToOne(() => Programme, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  programme?: Programme;

  /** ASCII, unique within the programme; neutral for a discreet programme. */
  @Column({ type: 'varchar', length: LENGTHS.slug })
  slug!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: RoundState;

  @Column({ type: 'varchar', length: LENGTHS.state })
  form!: RoundForm;

  /** Language tag of the language the meetings are held in. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  languageOfInstruction!: string;

  /** Seats, one per adult. */
  @Column({ type: 'int' })
  capacity!: number;

  /** With fewer confirmed people than this, the office decides on `decisionDate` whether it runs. */
  @Column({ type: 'int' })
  minParticipants!: number;

  /** Civil date, null when the round runs however many come. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  decisionDate!: string | null;

  /**
   * From when lists show the published round to everybody, UTC; until then it is open to whoever knows
   * its address. Null: from the moment it is published.
   */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  showsFrom!: Date | null;

  /** Enrolment opens, UTC; null: open from the day it is published. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  enrolFrom!: Date | null;

  /** Enrolment closes, UTC. */
  @Column({ type: 'datetime', precision: 3 })
  enrolUntil!: Date;

  /** Null for rounds held on line only. */
  @Column({ type: 'int', nullable: true })
  venueId!: number | null;

  @ManyToOne(() => Venue, { nullable: true, onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  venue?: Venue | null;

  /** False: the public page gives the district only, the place follows with the confirmed seat. */
  @Column({ type: 'boolean' })
  showPlace!: boolean;

  @Column({ type: 'boolean' })
  interpreterOffered!: boolean;

  /** Youngest age in years that child care takes during the meetings; null: no child care. */
  @Column({ type: 'int', nullable: true })
  childCareFromAge!: number | null;

  /** How many children the child care takes; null: as many as are asked for. */
  @Column({ type: 'int', nullable: true })
  childCarePlaces!: number | null;

  /**
   * The same in two rounds that are one to apply to: staff place people in either after a talk, so that two
   * who must not meet do not. Null for all others. Never told to anybody but staff.
   */
  @Column({ type: 'varchar', length: LENGTHS.joinKey, nullable: true })
  joinKey!: string | null;

  /** Short neutral code that leaders know the group by: "B14". */
  @Column({ type: 'varchar', length: LENGTHS.groupCode })
  groupCode!: string;

  /** Usual weekday of the meetings, 1 (Monday) to 7; a moved meeting does not change it. */
  @Column({ type: 'int' })
  weekday!: number;

  /** Usual local start of the meetings, `HH:MM`. */
  @Column({ type: 'varchar', length: 5 })
  startTime!: TimeOfDay;

  /** Usual local end of the meetings, `HH:MM`. */
  @Column({ type: 'varchar', length: 5 })
  endTime!: TimeOfDay;

  /** Start of the first planned meeting, UTC; kept in step with the meetings. */
  @Column({ type: 'datetime', precision: 3 })
  startsAt!: Date;

  /** End of the last planned meeting, UTC; kept in step with the meetings. */
  @Column({ type: 'datetime', precision: 3 })
  endsAt!: Date;

  /** Freed seats are offered to the queue up to and including the meeting with this number. */
  @Column({ type: 'int', default: 2 })
  offersUntilMeeting!: number;

  @VersionColumn({ type: 'int' })
  version!: number;
}
