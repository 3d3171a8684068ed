import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActionPlan, ActionPlanText, Goal, GoalText } from './action-plan.entity.js';
import { MeasureGoal, MeasureItem, MeasureProgramme } from './measure-links.entity.js';
import { Indicator, IndicatorText, Measure, MeasureText } from './measure.entity.js';

/** What the municipality has decided to do against violence, and what on the site serves it. */
@Module({
  imports: [
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
})
export class ActionPlanModule {}
