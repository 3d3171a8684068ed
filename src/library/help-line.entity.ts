import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';
import type { Topic } from './vocabulary.rules.js';

/** A number to call for help; what it is for lies in {@link HelpLineText}. */
@Entity('help_line')
@Unique('uq_help_line_telephone', ['telephone'])
export class HelpLine {
  @PrimaryGeneratedColumn()
  id!: number;

  /** As people write it: `020-50 50 50`. */
  @Column({ type: 'varchar', length: LENGTHS.phone })
  number!: string;

  /** As a telephone dials it: `020505050`. */
  @Column({ type: 'varchar', length: LENGTHS.phone })
  telephone!: string;

  /** Lowest first. */
  @Column({ type: 'int' })
  sortOrder!: number;

  /** The number for when somebody is in danger now. */
  @Column({ type: 'boolean' })
  emergency!: boolean;

  /** Answered by the municipality itself. */
  @Column({ type: 'boolean' })
  municipal!: boolean;

  /** Civil date of the source that confirmed number and claims; null when nothing has. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  verifiedOn!: string | null;

  /** The line's own site; null when none is known. */
  @Column({ type: 'varchar', length: LENGTHS.url, nullable: true })
  url!: string | null;

  @Column({ type: 'boolean' })
  active!: boolean;
}

/** A help line in one language. */
@Entity('help_line_text')
@Unique('uq_help_line_text_line_id_language', ['lineId', 'language'])
export class HelpLineText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  lineId!: number;

  @ManyToOne(() => HelpLine, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  line?: HelpLine;

  /** BCP 47 tag. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  name!: string;

  /** Whom the line is for. */
  @Column({ type: 'varchar', length: LENGTHS.shortText })
  audience!: string;

  /** When it answers; empty when we do not know. */
  @Column({ type: 'varchar', length: LENGTHS.shortText })
  hours!: string;

  /** What the line promises about itself, one sentence each on its own row; often empty. */
  @Column({ type: 'varchar', length: LENGTHS.summary })
  claims!: string;

  /** When somebody who knows the language last read it; null if nobody has. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  reviewedAt!: Date | null;
}

/** A subject that a line helps with, so that items on it can name the line. */
@Entity('help_line_topic')
@Unique('uq_help_line_topic_line_id_topic', ['lineId', 'topic'])
export class HelpLineTopic {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  lineId!: number;

  @ManyToOne(() => HelpLine, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  line?: HelpLine;

  @Column({ type: 'varchar', length: LENGTHS.state })
  topic!: Topic;
}
