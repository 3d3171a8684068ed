import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CallMeController } from './call-me.controller.js';
import { CallRequest } from './call-request.entity.js';
import { CallRequestsQueries } from './call-requests.queries.js';
import { CallRequests } from './call-requests.service.js';
import { CodeController } from './code.controller.js';
import { Confirmations } from './confirmations.service.js';
import { EnrolController } from './enrol.controller.js';
import { EnrolmentChildAge } from './enrolment-child-age.entity.js';
import { EnrolmentEvent } from './enrolment-event.entity.js';
import { EnrolmentMailKinds } from './enrolment-mail-kinds.service.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { EnrolmentProofs } from './enrolment-proofs.service.js';
import { EnrolmentRequests } from './enrolment-requests.service.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentsQueries } from './enrolments.queries.js';
import { LinkController } from './link.controller.js';
import { Nudges } from './nudges.service.js';
import { PlaceController } from './place.controller.js';
import { PlaceGiver } from './place-giver.service.js';
import { SeatsQueries } from './seats.queries.js';
import { UnprovenEnrolments } from './unproven-enrolments.service.js';

/** From the form to the place: enrolling, proving the mailbox, the seat or the queue. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Enrolment,
      EnrolmentChildAge,
      EnrolmentEvent,
      EnrolmentProof,
      CallRequest,
    ]),
  ],
  controllers: [EnrolController, CodeController, LinkController, PlaceController, CallMeController],
  providers: [
    CallRequests,
    CallRequestsQueries,
    Confirmations,
    EnrolmentMailKinds,
    EnrolmentProofs,
    EnrolmentRequests,
    EnrolmentsQueries,
    Nudges,
    PlaceGiver,
    SeatsQueries,
    UnprovenEnrolments,
  ],
  exports: [CallRequestsQueries, EnrolmentsQueries, SeatsQueries],
})
export class EnrolmentsModule {}
