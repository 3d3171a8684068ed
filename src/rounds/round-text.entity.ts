import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';
import { Round } from './round.entity.js';

/** What only this round needs said, in one language. */
@Entity('round_text')
@Unique('uq_round_text_round_id_language', ['roundId', 'language'])
export class RoundText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  roundId!: number;

  @ManyToOne(() => Round, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  round?: Round;

  /** Language tag: `sv`, `en`, `ar`, … */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  /** Tells the round from its sisters, after the programme's name: "våren på Väven". */
  @Column({ type: 'varchar', length: LENGTHS.title })
  label!: string;

  /** What to bring and what to expect; short Markdown, may be empty. */
  @Column({ type: 'text' })
  practical!: string;
}
