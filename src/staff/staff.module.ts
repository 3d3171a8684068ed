import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';

import { StaffDirectory } from '../platform/web/access.js';
import { PasswordGuard } from './password.guard.js';
import { PasswordStrategy } from './password.strategy.js';
import { SignInMisses } from './sign-in-misses.entity.js';
import { SignInTries } from './sign-in-tries.service.js';
import { SignInController } from './sign-in.controller.js';
import { StaffAccount } from './staff-account.entity.js';
import { StaffBrowser } from './staff-browser.entity.js';
import { StaffBrowsers } from './staff-browsers.service.js';
import { StaffRole } from './staff-role.entity.js';
import { StaffQueries } from './staff.queries.js';
import { StaffService } from './staff.service.js';

/** Staff accounts and how they sign in. Global, because the guard of every route asks here. */
@Global()
@Module({
  imports: [
    PassportModule.register({ session: false }),
    TypeOrmModule.forFeature([StaffAccount, StaffRole, StaffBrowser, SignInMisses]),
  ],
  controllers: [SignInController],
  providers: [
    StaffQueries,
    StaffService,
    SignInTries,
    StaffBrowsers,
    PasswordStrategy,
    PasswordGuard,
    { provide: StaffDirectory, useExisting: StaffQueries },
  ],
  exports: [StaffQueries, StaffService, StaffDirectory],
})
export class StaffModule {}
