import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ReminderRule } from './reminder-rule.entity.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersService } from './reminders.service.js';

/** Reminders of meetings. */
@Module({
  imports: [TypeOrmModule.forFeature([ReminderRule])],
  providers: [RemindersQueries, RemindersService],
  exports: [RemindersQueries, RemindersService],
})
export class RemindersModule {}
