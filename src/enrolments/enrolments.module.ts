import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ParticipantsModule } from '../participants/participants.module.js';
import { CallMeController } from './call-me.controller.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CallRequest } from './call-request.entity.js';
import { CallRequestsQueries } from './call-requests.queries.js';
import { CallRequests } from './call-requests.service.js';
import { CallTask } from './call-task.entity.js';
import { CallTasksQueries } from './call-tasks.queries.js';
import { CallTasks } from './call-tasks.service.js';
import { ChildCareController } from './child-care.controller.js';
import { ChildCare } from './child-care.entity.js';
import { ChildCareMessages } from './child-care-messages.service.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import { Cancellations } from './cancellations.service.js';
import { ClosedDay } from './closed-day.entity.js';
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
import { HeldSeats } from './held-seats.entity.js';
import { LapsedOffers } from './lapsed-offers.service.js';
import { LinkController } from './link.controller.js';
import { Nudges } from './nudges.service.js';
import { OfferMessages } from './offer-messages.service.js';
import { OfferController } from './offer.controller.js';
import { OfferRenewals } from './offer-renewals.service.js';
import { OwnChildCare } from './own-child-care.service.js';
import { OwnPlaceController } from './own-place.controller.js';
import { PersonMail } from './person-mail.service.js';
import { PhoneOnlyController } from './phone-only.controller.js';
import { PhoneOnly } from './phone-only.entity.js';
import { PhoneOnlyEnrolments } from './phone-only.service.js';
import { PlaceController } from './place.controller.js';
import { PlaceGiver } from './place-giver.service.js';
import { QueuePriority } from './queue-priority.entity.js';
import { QueueClosings } from './queue-closings.service.js';
import { SeatAnswers } from './seat-answers.service.js';
import { SeatOffer } from './seat-offer.entity.js';
import { SeatOffers } from './seat-offers.service.js';
import { SeatsLeft } from './seats-left.service.js';
import { SeatWatch } from './seat-watch.service.js';
import { SeatsQueries } from './seats.queries.js';
import { StaffChildCare } from './staff-child-care.service.js';
import { StaffSeats } from './staff-seats.service.js';
import { StayQuestion } from './stay-question.entity.js';
import { RushQueries } from './rush.queries.js';
import { Reviews } from './reviews.service.js';
import { Talks } from './talks.service.js';
import { TogetherController } from './together.controller.js';
import { Together } from './together.service.js';
import { TogetherWish } from './together-wish.entity.js';
import { UnprovenEnrolments } from './unproven-enrolments.service.js';
import { WorkingDays } from './working-days.service.js';

/** From the form to the place: enrolling, proving the mailbox, the seat or the queue. */
@Module({
  imports: [
    ParticipantsModule,
    TypeOrmModule.forFeature([
      Enrolment,
      EnrolmentChildAge,
      EnrolmentEvent,
      EnrolmentProof,
      CallRequest,
      CallTask,
      CalendarFeed,
      ClosedDay,
      HeldSeats,
      PhoneOnly,
      QueuePriority,
      SeatOffer,
      StayQuestion,
      TogetherWish,
      ChildCare,
    ]),
  ],
  controllers: [
    CalendarFeedController,
    PhoneOnlyController,
    EnrolController,
    CodeController,
    LinkController,
    OfferController,
    OwnPlaceController,
    PlaceController,
    TogetherController,
    ChildCareController,
    CallMeController,
  ],
  providers: [
    CalendarFeeds,
    CallRequests,
    CallRequestsQueries,
    CallTasks,
    CallTasksQueries,
    Cancellations,
    Confirmations,
    EnrolmentMailKinds,
    EnrolmentProofs,
    EnrolmentRequests,
    EnrolmentsQueries,
    LapsedOffers,
    Nudges,
    OfferMessages,
    OfferRenewals,
    PersonMail,
    PhoneOnlyEnrolments,
    PlaceGiver,
    QueueClosings,
    SeatAnswers,
    SeatOffers,
    SeatsLeft,
    SeatWatch,
    SeatsQueries,
    ChildCareMessages,
    ChildCarePlaces,
    OwnChildCare,
    StaffChildCare,
    StaffSeats,
    Reviews,
    RushQueries,
    Talks,
    Together,
    UnprovenEnrolments,
    WorkingDays,
  ],
  exports: [
    CallRequestsQueries,
    CallTasks,
    CallTasksQueries,
    RushQueries,
    Cancellations,
    EnrolmentsQueries,
    CalendarFeeds,
    EnrolmentProofs,
    OfferRenewals,
    PersonMail,
    SeatsQueries,
  ],
})
export class EnrolmentsModule {}
