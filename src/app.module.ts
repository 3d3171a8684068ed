import { Module, type DynamicModule } from '@nestjs/common';

import { ActionPlanModule } from './action-plan/action-plan.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { ComponentsModule } from './demo/components.module.js';
import { DemoLoaderModule } from './demo/demo-loader.module.js';
import { MailboxModule } from './demo/mailbox.module.js';
import { EnrolmentsModule } from './enrolments/enrolments.module.js';
import { InterestModule } from './interest/interest.module.js';
import type { Clock } from './kernel/clock.js';
import { LibraryModule } from './library/library.module.js';
import { MyCoursesModule } from './my-courses/my-courses.module.js';
import { ParticipantsModule } from './participants/participants.module.js';
import type { Config } from './platform/config/config.js';
import { CoreModule } from './platform/core.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { WebModule } from './platform/web/web.module.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { CoursesModule } from './site/courses.module.js';
import { MachinesModule } from './site/machines.module.js';
import { ReadingModule } from './site/reading.module.js';
import { WorkModule } from './site/work.module.js';
import { StaffModule } from './staff/staff.module.js';

const PLATFORM = [WebModule, HealthModule, JobsModule, MailModule];

const FEATURES = [
  StaffModule,
  ProgrammesModule,
  RoundsModule,
  ParticipantsModule,
  EnrolmentsModule,
  InterestModule,
  AttendanceModule,
  RemindersModule,
  MyCoursesModule,
  LibraryModule,
  ActionPlanModule,
];

/** Pages that join features. */
const SITE = [CoursesModule, ReadingModule, WorkModule, MachinesModule];

/** What exists in the demo only; outside it not even the routes are there. */
const DEMO = [DemoLoaderModule, MailboxModule, ComponentsModule];

/** The whole app: plumbing first, then the features from the lowest layer to the highest. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(config, clock),
        DatabaseModule.forRoot(),
        ...PLATFORM,
        ...FEATURES,
        ...SITE,
        ...(config.demo ? DEMO : []),
      ],
    };
  }
}
