import { Global, Module } from '@nestjs/common';

import { JobLoop } from './job-loop.service.js';
import { Jobs } from './jobs.service.js';

/** The register of jobs, for every feature that has something to do as time goes by. */
@Global()
@Module({ providers: [Jobs, JobLoop], exports: [Jobs, JobLoop] })
export class JobsModule {}
