import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import type { Page } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import { CurrentLocale, CurrentParent, Parent } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { EnrolmentsQueries } from './enrolments.queries.js';
import { placeCalendar } from './place-calendar.view.js';
import { placePage } from './place.view.js';

/** A person's own place in a round. What is not theirs does not exist. */
@Controller()
export class PlaceController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('/:lang/mina-kurser/:enrolment')
  @Parent()
  async place(
    @Param('enrolment') enrolmentId: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const place = await this.queries.ownPlaceAt(enrolmentId, participantId);
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
    const place = await this.queries.ownPlaceAt(enrolmentId, participantId);
    if (place.enrolment.state !== 'confirmed') throw new NotFoundException();
    return placeCalendar(place, locale, this.config.baseUrl, this.clock.now());
  }
}
