import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AttendanceMark } from './attendance-mark.entity.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { LeaderRoundsQueries } from './leader-rounds.queries.js';

/** The registers that leaders keep. */
@Module({
  imports: [TypeOrmModule.forFeature([AttendanceMark])],
  controllers: [AttendanceController],
  providers: [AttendanceQueries, AttendanceService, LeaderRoundsQueries],
  exports: [AttendanceQueries],
})
export class AttendanceModule {}
