import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { InterestModule } from '../interest/interest.module.js';
import { ParticipantsModule } from '../participants/participants.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { AccessRevocations } from './access-revocations.service.js';
import { AddressChange } from './address-change.entity.js';
import { AddressChanges } from './address-changes.service.js';
import { AddressController } from './address.controller.js';
import { BrowsersController } from './browsers.controller.js';
import { ContactDetails } from './contact-details.service.js';
import { DetailsController } from './details.controller.js';
import { DetailsMailKinds } from './details-mail-kinds.service.js';
import { DetailsQueries } from './details.queries.js';
import { FeedController } from './feed.controller.js';
import { MyCoursesController } from './my-courses.controller.js';
import { MyDataController } from './my-data.controller.js';
import { MyDataQueries } from './my-data.queries.js';
import { SignInFinish } from './sign-in-finish.service.js';
import { SignInLinkController } from './sign-in-link.controller.js';
import { SignInMailKind } from './sign-in-mail-kind.service.js';
import { SignInPeople } from './sign-in-people.service.js';
import { SignInProof } from './sign-in-proof.entity.js';
import { SignInController } from './sign-in.controller.js';
import { SignIns } from './sign-ins.service.js';

/** What a person does by themselves once they have proved who they are. */
@Module({
  imports: [
    EnrolmentsModule,
    InterestModule,
    ParticipantsModule,
    RemindersModule,
    TypeOrmModule.forFeature([SignInProof, AddressChange]),
  ],
  controllers: [
    SignInController,
    SignInLinkController,
    MyCoursesController,
    DetailsController,
    AddressController,
    BrowsersController,
    FeedController,
    MyDataController,
  ],
  providers: [
    AccessRevocations,
    AddressChanges,
    ContactDetails,
    DetailsMailKinds,
    DetailsQueries,
    MyDataQueries,
    SignInFinish,
    SignInMailKind,
    SignInPeople,
    SignIns,
  ],
})
export class MyCoursesModule {}
