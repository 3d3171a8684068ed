import { Module } from '@nestjs/common';
import { ActionPlanModule } from '../action-plan/action-plan.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { LibraryModule } from '../library/library.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CoursesController } from './courses.controller.js';
import { RoundPageQueries } from './round-page.queries.js';

/** The public pages about courses. */
@Module({
  imports: [ProgrammesModule, RoundsModule, EnrolmentsModule, LibraryModule, ActionPlanModule],
  controllers: [CoursesController],
  providers: [CatalogueQueries, RoundPageQueries],
  exports: [CatalogueQueries],
})
export class CoursesModule {}
