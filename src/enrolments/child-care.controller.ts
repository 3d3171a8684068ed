import { Controller, Get, Param, Post } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { SeeOther } from '../kernel/page.js';
import { unlessRefused } from '../kernel/refusal.js';
import { CurrentLocale, CurrentParent, CurrentRequest, Parent } from '../platform/web/access.js';
import { idInAddress } from '../platform/web/address-id.js';
import type { Locale } from '../platform/web/locale.js';
import { OwnChildCare } from './own-child-care.service.js';

const CHILD_CARE = '/:lang/mina-kurser/:enrolment/barnpassning';

/** Giving child care back, or leaving the list for it. The page of the place shows what became of it. */
@Controller()
export class ChildCareController {
  constructor(private readonly care: OwnChildCare) {}

  /** Somebody reloads, or switches language, where the form has been sent to. */
  @Get(CHILD_CARE)
  @Parent()
  back(@Param('enrolment') enrolment: string, @CurrentLocale() locale: Locale): SeeOther {
    return new SeeOther(locale.href(`/mina-kurser/${idInAddress(enrolment)}`));
  }

  @Post(CHILD_CARE)
  @Parent()
  async giveBack(
    @Param('enrolment') enrolment: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<SeeOther> {
    const id = idInAddress(enrolment);
    await unlessRefused(async () => {
      await this.care.giveBack(id, participantId);
      request.session.flash = 'care:place.done';
    });
    return new SeeOther(locale.href(`/mina-kurser/${id}`));
  }
}
