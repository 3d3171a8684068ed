import { Controller, Get, Param, Post } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { SeeOther } from '../kernel/page.js';
import { CurrentLocale, CurrentParent, CurrentRequest, Parent } from '../platform/web/access.js';
import { idInAddress } from '../platform/web/address-id.js';
import type { Locale } from '../platform/web/locale.js';
import { PhoneOnlyEnrolments } from './phone-only.service.js';

const PHONE_ONLY = '/:lang/mina-kurser/:enrolment/bara-telefon';

/** "Ändra bara per telefon", for one place. Never tells by mail: that is what it is for. */
@Controller()
export class PhoneOnlyController {
  constructor(private readonly phoneOnly: PhoneOnlyEnrolments) {}

  /** Somebody reloads, or switches language, where the form has been sent to. */
  @Get(PHONE_ONLY)
  @Parent()
  back(@Param('enrolment') enrolment: string, @CurrentLocale() locale: Locale): SeeOther {
    return new SeeOther(locale.href(`/mina-kurser/${idInAddress(enrolment)}`));
  }

  @Post(PHONE_ONLY)
  @Parent()
  async set(
    @Param('enrolment') enrolment: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<SeeOther> {
    const id = idInAddress(enrolment);
    await this.phoneOnly.set(id, participantId, 'person');
    request.session.flash = 'mine:phoneOnly.done';
    return new SeeOther(locale.href(`/mina-kurser/${id}`));
  }
}
