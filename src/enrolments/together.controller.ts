import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { SeeOther, type Page } from '../kernel/page.js';
import { Refusal, unlessRefused } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { CurrentLocale, CurrentParent, CurrentRequest, Parent } from '../platform/web/access.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { EnrolmentsQueries, type OwnPlace } from './enrolments.queries.js';
import { placePage } from './place.view.js';
import { takeCodeForm } from './together.form.js';
import { Together } from './together.service.js';

const TOGETHER = '/:lang/mina-kurser/:enrolment/tillsammans';

/** "Vi vill gå tillsammans", on the page of a place that waits. Tells nobody by mail. */
@Controller()
export class TogetherController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly together: Together,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Somebody reloads, or switches language, where a form has been sent to. */
  @Get([TOGETHER, `${TOGETHER}/kod`, `${TOGETHER}/ensam`])
  @Parent()
  async back(
    @Param('enrolment') enrolment: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<SeeOther> {
    return placeOf(await this.queries.ownPlaceAt(enrolment, participantId), locale);
  }

  @Post(TOGETHER)
  @Parent()
  async take(
    @Param('enrolment') enrolment: string,
    @Body() body: unknown,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const place = await this.queries.ownPlaceAt(enrolment, participantId);
    const form = readForm(takeCodeForm, body);
    if (!form.ok) return this.page(place, locale, form);
    try {
      await this.together.takeCode(place.enrolment.id, participantId, form.values.code);
      request.session.flash = 'together:done.wished';
    } catch (error) {
      const errors = { code: inWords(error) };
      if (errors.code) return this.page(place, locale, { typed: form.typed, errors });
    }
    return placeOf(place, locale);
  }

  @Post(`${TOGETHER}/kod`)
  @Parent()
  async give(
    @Param('enrolment') enrolment: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<SeeOther> {
    const place = await this.queries.ownPlaceAt(enrolment, participantId);
    await unlessRefused(() => this.together.giveCode(place.enrolment.id, participantId));
    // To the code itself: on a telephone the page begins with the reference, which looks like one.
    return new SeeOther(`${placeOf(place, locale).href}#tillsammans`);
  }

  @Post(`${TOGETHER}/ensam`)
  @Parent()
  async alone(
    @Param('enrolment') enrolment: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<SeeOther> {
    const place = await this.queries.ownPlaceAt(enrolment, participantId);
    await unlessRefused(async () => {
      await this.together.goAlone(place.enrolment.id, participantId);
      request.session.flash = 'together:done.alone';
    });
    return placeOf(place, locale);
  }

  private page(place: OwnPlace, locale: Locale, state: FormState): Page {
    return placePage(place, locale, this.config, this.clock.now(), state);
  }
}

function placeOf({ enrolment }: OwnPlace, locale: Locale): SeeOther {
  return new SeeOther(locale.href(`/mina-kurser/${enrolment.id}`));
}

/** What stands at the field; nothing where the page that follows shows by itself that it is too late. */
function inWords(error: unknown) {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'together-code') return 'together:error.code' as const;
  return error.code === 'too-many' ? ('together:error.tooMany' as const) : undefined;
}
