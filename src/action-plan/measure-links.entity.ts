import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { LibraryItem } from '../library/library-item.entity.js';
import { Programme } from '../programmes/programme.entity.js';
import { Goal } from './action-plan.entity.js';
import { Measure } from './measure.entity.js';

/** A goal that a measure serves; a measure serves one or several. */
@Entity('measure_goal')
@Unique('uq_measure_goal_measure_id_goal_id', ['measureId', 'goalId'])
@Index('ix_measure_goal_goal_id', ['goalId'])
export class MeasureGoal {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  measureId!: number;

  @ManyToOne(() => Measure, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  measure?: Measure;

  @Column({ type: 'int' })
  goalId!: number;

  @ManyToOne(() => Goal, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  goal?: Goal;
}

/** A programme that is part of a measure. */
@Entity('measure_programme')
@Unique('uq_measure_programme_measure_id_programme_id', ['measureId', 'programmeId'])
@Index('ix_measure_programme_programme_id', ['programmeId'])
export class MeasureProgramme {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  measureId!: number;

  @ManyToOne(() => Measure, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  measure?: Measure;

  @Column({ type: 'int' })
  programmeId!: number;

  @ManyToOne(() => Programme, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  programme?: Programme;
}

/** A library item that is part of a measure. */
@Entity('measure_item')
@Unique('uq_measure_item_measure_id_item_id', ['measureId', 'itemId'])
@Index('ix_measure_item_item_id', ['itemId'])
export class MeasureItem {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  measureId!: number;

  @ManyToOne(() => Measure, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  measure?: Measure;

  @Column({ type: 'int' })
  itemId!: number;

  @ManyToOne(() => LibraryItem, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  item?: LibraryItem;
}
