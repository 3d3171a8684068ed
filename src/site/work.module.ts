import { Module } from '@nestjs/common';

import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { WorkController } from './work.controller.js';

/** The work page of staff. */
@Module({ imports: [EnrolmentsModule], controllers: [WorkController] })
export class WorkModule {}
