import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { ComingAnswers } from './coming-answers.service.js';
import { ComingController } from './coming.controller.js';
import { ComingLetters } from './coming-letters.service.js';
import { ComingQuestion } from './coming-question.entity.js';
import { ComingQuestions } from './coming-questions.service.js';
import { ReminderRule } from './reminder-rule.entity.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersService } from './reminders.service.js';

/** Reminders of meetings, and the question before the first one. */
@Module({
  imports: [TypeOrmModule.forFeature([ReminderRule, ComingQuestion]), EnrolmentsModule],
  controllers: [ComingController],
  providers: [RemindersQueries, RemindersService, ComingAnswers, ComingLetters, ComingQuestions],
  exports: [RemindersQueries, RemindersService, ComingLetters],
})
export class RemindersModule {}
