import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique, VersionColumn } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';
import { ActionPlan } from './action-plan.entity.js';

/** How far a measure has come. */
export type MeasureStatus = 'planned' | 'ongoing' | 'done' | 'delayed' | 'dropped';

/** Something that is done to reach a goal; who does it and what lies in {@link MeasureText}. */
@Entity('measure')
@Unique('uq_measure_plan_id_code', ['planId', 'code'])
@Unique('uq_measure_slug', ['slug'])
export class Measure {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  planId!: number;

  @ManyToOne(() => ActionPlan, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  plan?: ActionPlan;

  /** The plan's own short name for it, `M5`; never on a public page. */
  @Column({ type: 'varchar', length: LENGTHS.state })
  code!: string;

  @Column({ type: 'varchar', length: LENGTHS.slug })
  slug!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  status!: MeasureStatus;

  /** Shown on the site. */
  @Column({ type: 'boolean' })
  published!: boolean;

  /** Civil date of the first day of its period. */
  @Column({ type: 'varchar', length: 10 })
  startsOn!: string;

  /** Civil date of the last day of its period. */
  @Column({ type: 'varchar', length: 10 })
  endsOn!: string;

  /** Lowest first. */
  @Column({ type: 'int' })
  sortOrder!: number;

  @VersionColumn()
  version!: number;
}

/** A measure in one language. */
@Entity('measure_text')
@Unique('uq_measure_text_measure_id_language', ['measureId', 'language'])
export class MeasureText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  measureId!: number;

  @ManyToOne(() => Measure, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  measure?: Measure;

  /** BCP 47 tag. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  title!: string;

  /** What is done, for whom and why. */
  @Column({ type: 'varchar', length: LENGTHS.summary })
  description!: string;

  /** The body that answers for it. */
  @Column({ type: 'varchar', length: LENGTHS.title })
  leadBody!: string;
}

/** What is counted to see whether a measure is carried out. */
@Entity('indicator')
@Unique('uq_indicator_measure_id_sort_order', ['measureId', 'sortOrder'])
export class Indicator {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  measureId!: number;

  @ManyToOne(() => Measure, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  measure?: Measure;

  /** Lowest first. */
  @Column({ type: 'int' })
  sortOrder!: number;

  /** Women and men are counted apart. */
  @Column({ type: 'boolean' })
  bySex!: boolean;
}

/** An indicator in one language. */
@Entity('indicator_text')
@Unique('uq_indicator_text_indicator_id_language', ['indicatorId', 'language'])
export class IndicatorText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  indicatorId!: number;

  @ManyToOne(() => Indicator, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  indicator?: Indicator;

  /** BCP 47 tag. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  name!: string;
}
