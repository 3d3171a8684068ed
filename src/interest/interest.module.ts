import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ProgrammesModule } from '../programmes/programmes.module.js';
import { InterestAnswers } from './interest-answers.service.js';
import { InterestCall } from './interest-call.entity.js';
import { InterestChildAge } from './interest-child-age.entity.js';
import { InterestController } from './interest.controller.js';
import { Interest } from './interest.entity.js';
import { InterestCalls } from './interest-calls.service.js';
import { InterestLetters } from './interest-letters.service.js';
import { InterestLinkController } from './interest-link.controller.js';
import { InterestLink } from './interest-link.entity.js';
import { InterestMailKinds } from './interest-mail-kinds.service.js';
import { InterestOwners } from './interest-owners.service.js';
import { InterestQueries } from './interest.queries.js';
import { InterestRequests } from './interest-requests.service.js';
import { InterestUpkeep } from './interest-upkeep.service.js';
import { RoundPublishing } from './round-publishing.service.js';

/** Who wants to know when a programme is given, and the rounds that they then hear of first. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Interest, InterestChildAge, InterestLink, InterestCall]),
    ProgrammesModule,
  ],
  controllers: [InterestController, InterestLinkController],
  providers: [
    InterestAnswers,
    InterestCalls,
    InterestLetters,
    InterestMailKinds,
    InterestOwners,
    InterestQueries,
    InterestRequests,
    InterestUpkeep,
    RoundPublishing,
  ],
  exports: [InterestOwners, InterestQueries, InterestRequests, RoundPublishing],
})
export class InterestModule {}
