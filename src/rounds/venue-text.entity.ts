import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';
import { Venue } from './venue.entity.js';

/** How to find a venue, in one language. */
@Entity('venue_text')
@Unique('uq_venue_text_venue_id_language', ['venueId', 'language'])
export class VenueText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  venueId!: number;

  @ManyToOne(() => Venue, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  venue?: Venue;

  /** Language tag: `sv`, `en`, `ar`, … */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  /** The way there, also with a pram or a wheelchair. Markdown. */
  @Column({ type: 'text' })
  directions!: string;
}
