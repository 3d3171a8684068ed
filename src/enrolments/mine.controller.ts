import { Controller, Get, Header, NotFoundException, Param, Post } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { Page, SeeOther } from '../kernel/page.js';
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
import { EnrolmentsQueries, type OwnPlace } from './enrolments.queries.js';
import { minePage, mineSignInPage } from './mine.view.js';
import { placeCalendar } from './place-calendar.view.js';
import { placePage } from './place.view.js';

/** A person's own courses. What is not theirs does not exist. */
@Controller()
export class MineController {
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
    return minePage(await this.queries.ownPlaces(participantId), locale);
  }

  @Get('/:lang/mina-kurser/logga-in')
  @Public()
  signInPage(@CurrentLocale() locale: Locale): Page {
    return mineSignInPage(this.config.supportPhone, locale);
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

  @Get('/:lang/mina-kurser/:enrolment')
  @Parent()
  async place(
    @Param('enrolment') enrolmentId: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const place = await this.own(enrolmentId, participantId);
    return placePage(place, locale, this.config, this.clock.now());
  }

  @Get('/:lang/mina-kurser/:enrolment/kalender.ics')
  @Parent()
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('content-disposition', 'attachment; filename="traffar.ics"')
  @Header('cache-control', 'no-store')
  async calendar(
    @Param('enrolment') enrolmentId: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<string> {
    const place = await this.own(enrolmentId, participantId);
    if (place.enrolment.state !== 'confirmed') throw new NotFoundException();
    return placeCalendar(place, locale, this.config.baseUrl, this.clock.now());
  }

  private async own(enrolmentId: string, participantId: number): Promise<OwnPlace> {
    const id = /^\d{1,9}$/.test(enrolmentId) ? Number(enrolmentId) : 0;
    const place = await this.queries.ownPlace(id, participantId);
    if (!place) throw new NotFoundException();
    return place;
  }
}
