import { Module } from '@nestjs/common';

import { AttendanceModule } from '../attendance/attendance.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { InterestModule } from '../interest/interest.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { CoursesModule } from './courses.module.js';
import { WorkController } from './work.controller.js';
import { WorkQueries } from './work.queries.js';

/** The work page of staff. */
@Module({
  imports: [
    ProgrammesModule,
    RoundsModule,
    EnrolmentsModule,
    InterestModule,
    AttendanceModule,
    CoursesModule,
  ],
  controllers: [WorkController],
  providers: [WorkQueries],
})
export class WorkModule {}
