import { Body, Controller, Get, Param, Post } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { SeeOther, type Page } from '../kernel/page.js';
import { Refusal, unlessRefused } from '../kernel/refusal.js';
import { CurrentLocale, CurrentParent, Parent } from '../platform/web/access.js';
import { readForm } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { cancellationPage } from './cancellation.view.js';
import { Cancellations } from './cancellations.service.js';
import { EnrolmentsQueries, type OwnPlace } from './enrolments.queries.js';
import { cancellationForm, offerAnswerForm } from './own-place.form.js';
import { SeatAnswers } from './seat-answers.service.js';

/** What people do with their own place. What is not theirs does not exist. */
@Controller()
export class OwnPlaceController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly cancellations: Cancellations,
    private readonly answers: SeatAnswers,
    private readonly clock: Clock,
  ) {}

  @Get('/:lang/mina-kurser/:enrolment/avbokning')
  @Parent()
  async ask(
    @Param('enrolment') enrolment: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page | SeeOther> {
    return this.page(await this.queries.ownPlaceAt(enrolment, participantId), locale);
  }

  @Post('/:lang/mina-kurser/:enrolment/avbokning')
  @Parent()
  async cancel(
    @Param('enrolment') enrolment: string,
    @Body() body: unknown,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page | SeeOther> {
    const place = await this.queries.ownPlaceAt(enrolment, participantId);
    const form = readForm(cancellationForm, body);
    const silent = form.ok && form.values.silent === 'yes';
    const { id } = place.enrolment;
    try {
      await this.cancellations.cancel(id, participantId, { silent });
    } catch (error) {
      // The page says by itself that there is nothing to cancel any more.
      if (error instanceof Refusal) return this.page(place, locale);
      throw error;
    }
    return new SeeOther(locale.href(`/mina-kurser/${id}`));
  }

  /** Somebody reloads, or signs in again, where the answer has been sent to. */
  @Get('/:lang/mina-kurser/:enrolment/erbjudande')
  @Parent()
  async back(
    @Param('enrolment') enrolment: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<SeeOther> {
    const { id } = (await this.queries.ownPlaceAt(enrolment, participantId)).enrolment;
    return new SeeOther(locale.href(`/mina-kurser/${id}`));
  }

  @Post('/:lang/mina-kurser/:enrolment/erbjudande')
  @Parent()
  async answer(
    @Param('enrolment') enrolment: string,
    @Body() body: unknown,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<SeeOther> {
    const { id } = (await this.queries.ownPlaceAt(enrolment, participantId)).enrolment;
    const form = readForm(offerAnswerForm, body);
    if (form.ok) {
      const { answer, silent } = form.values;
      const how = { silent: silent === 'yes' };
      await unlessRefused(() => this.answers.byPerson(id, participantId, answer, how));
    }
    return new SeeOther(locale.href(`/mina-kurser/${id}`));
  }

  /** The page of a place that is changed by telephone only says so. */
  private page(place: OwnPlace, locale: Locale): Page | SeeOther {
    if (place.phoneOnly) return new SeeOther(locale.href(`/mina-kurser/${place.enrolment.id}`));
    return cancellationPage(place, locale, this.clock.now());
  }
}
