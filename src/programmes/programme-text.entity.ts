import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';
import { Programme } from './programme.entity.js';

/** The words of a programme in one language; Swedish is the original. */
@Entity('programme_text')
@Unique('uq_programme_text_programme_id_language', ['programmeId', 'language'])
export class ProgrammeText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  programmeId!: number;

  @ManyToOne(() => Programme, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  programme?: Programme;

  /** Language tag: `sv`, `en`, `ar`, … */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  name!: string;

  /** One or two sentences for cards and search results. */
  @Column({ type: 'varchar', length: LENGTHS.summary })
  summary!: string;

  /** Markdown. */
  @Column({ type: 'text' })
  body!: string;

  /** Version of the Swedish text that this one says the same as. */
  @Column({ type: 'int' })
  sourceVersion!: number;

  /** The last change was minor: translations made before it still hold. */
  @Column({ type: 'boolean' })
  minor!: boolean;

  /** When somebody who knows the language read it through; null: nobody has. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  reviewedAt!: Date | null;
}
