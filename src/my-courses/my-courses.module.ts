import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { MyCoursesController } from './my-courses.controller.js';
import { OwnCode } from './own-code.entity.js';
import { OwnCodes } from './own-codes.service.js';
import { SignInFinish } from './sign-in-finish.service.js';
import { SignInLinkController } from './sign-in-link.controller.js';
import { SignInMailKind } from './sign-in-mail-kind.service.js';
import { SignInPeople } from './sign-in-people.service.js';
import { SignInProof } from './sign-in-proof.entity.js';
import { SignInController } from './sign-in.controller.js';
import { SignIns } from './sign-ins.service.js';

/** What a person does by themselves once they have proved who they are. */
@Module({
  imports: [EnrolmentsModule, TypeOrmModule.forFeature([SignInProof, OwnCode])],
  controllers: [SignInController, SignInLinkController, MyCoursesController],
  providers: [OwnCodes, SignInFinish, SignInMailKind, SignInPeople, SignIns],
})
export class MyCoursesModule {}
