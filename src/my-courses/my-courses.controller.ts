import { Controller, Get, Post } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { EnrolmentsQueries } from '../enrolments/enrolments.queries.js';
import { Clock } from '../kernel/clock.js';
import { type Page, SeeOther } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import {
  CurrentLocale,
  CurrentParent,
  CurrentReply,
  CurrentRequest,
  Parent,
  Public,
} from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { signOut } from '../platform/web/session/sign-in.js';
import { placesPage } from './places.view.js';

/** A person's own courses, and the way out. */
@Controller()
export class MyCoursesController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('/:lang/mina-kurser')
  @Parent()
  async list(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    return placesPage(await this.queries.ownPlaces(participantId), locale, this.clock.now());
  }

  @Post('/:lang/mina-kurser/logga-ut')
  @Public({ cookies: true })
  async signOut(
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<SeeOther> {
    await signOut(request, reply, this.config.secure);
    return new SeeOther(locale.href(''));
  }
}
