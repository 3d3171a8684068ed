import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LibraryModule } from '../library/library.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { ActionPlanController } from './action-plan.controller.js';
import { ActionPlanQueries } from './action-plan.queries.js';
import { ActionPlan, ActionPlanText, Goal, GoalText } from './action-plan.entity.js';
import { MeasureGoal, MeasureItem, MeasureProgramme } from './measure-links.entity.js';
import { Indicator, IndicatorText, Measure, MeasureText } from './measure.entity.js';
import { ServingQueries } from './serving.queries.js';

/** What the municipality has decided to do against violence, and what on the site serves it. */
@Module({
  imports: [
    ProgrammesModule,
    LibraryModule,
    TypeOrmModule.forFeature([
      ActionPlan,
      ActionPlanText,
      Goal,
      GoalText,
      Measure,
      MeasureText,
      MeasureGoal,
      MeasureProgramme,
      MeasureItem,
      Indicator,
      IndicatorText,
    ]),
  ],
  controllers: [ActionPlanController],
  providers: [ActionPlanQueries, ServingQueries],
  exports: [ActionPlanQueries],
})
export class ActionPlanModule {}
