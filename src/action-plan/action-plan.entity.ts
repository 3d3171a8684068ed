import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { LENGTHS } from '../kernel/lengths.js';

/** Only an adopted plan is on the site. */
export type PlanState = 'draft' | 'adopted' | 'expired';

/** What the municipality has decided to do against violence, for some years at a time. */
@Entity('action_plan')
@Unique('uq_action_plan_slug', ['slug'])
export class ActionPlan {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.slug })
  slug!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: PlanState;

  /** Civil date of the first day of its period. */
  @Column({ type: 'varchar', length: 10 })
  startsOn!: string;

  /** Civil date of the last day of its period. */
  @Column({ type: 'varchar', length: 10 })
  endsOn!: string;
}

/** A plan in one language. */
@Entity('action_plan_text')
@Unique('uq_action_plan_text_plan_id_language', ['planId', 'language'])
export class ActionPlanText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  planId!: number;

  @ManyToOne(() => ActionPlan, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  plan?: ActionPlan;

  /** BCP 47 tag. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  title!: string;

  @Column({ type: 'varchar', length: LENGTHS.summary })
  summary!: string;
}

/** Something that the plan wants to reach. */
@Entity('goal')
@Unique('uq_goal_plan_id_code', ['planId', 'code'])
export class Goal {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  planId!: number;

  @ManyToOne(() => ActionPlan, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  plan?: ActionPlan;

  /** The plan's own short name for it, `G1`; never on a public page. */
  @Column({ type: 'varchar', length: LENGTHS.state })
  code!: string;

  /** Lowest first. */
  @Column({ type: 'int' })
  sortOrder!: number;
}

/** A goal in one language. */
@Entity('goal_text')
@Unique('uq_goal_text_goal_id_language', ['goalId', 'language'])
export class GoalText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  goalId!: number;

  @ManyToOne(() => Goal, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  goal?: Goal;

  /** BCP 47 tag. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  title!: string;
}
