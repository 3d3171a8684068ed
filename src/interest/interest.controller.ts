import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { reachableForm } from '../enrolments/reachable-address.rules.js';
import { Page, SeeOther } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import { MailReach } from '../platform/mail/mail-reach.service.js';
import { CurrentLocale, CurrentRequest, Public } from '../platform/web/access.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm, switchedLanguage } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { interestForm } from './interest.form.js';
import { InterestQueries, type ProgrammeOfList } from './interest.queries.js';
import { InterestRequests } from './interest-requests.service.js';
import { interestPage, interestReceipt } from './interest.view.js';

const PATH = '/:lang/kurser/:programme/intresse';

/** "Säg till mig när kursen ges": the list of a programme that has no round to enrol in. */
@Controller()
export class InterestController {
  constructor(
    private readonly queries: InterestQueries,
    private readonly requests: InterestRequests,
    private readonly reach: MailReach,
    private readonly config: Config,
  ) {}

  @Get(PATH)
  @Public()
  async form(
    @Param('programme') slug: string,
    @CurrentLocale() locale: Locale,
  ): Promise<Page | SeeOther> {
    const found = await this.found(slug, locale);
    return found.planned ? toRounds(found, locale) : this.page(found, locale);
  }

  @Post(PATH)
  @Public({ limit: { max: 60, minutes: 10 } })
  async ask(
    @Param('programme') slug: string,
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const found = await this.found(slug, locale);
    if (found.planned) return toRounds(found, locale);
    const switched = switchedLanguage(body);
    if (switched !== null) return this.page(found, locale, { typed: switched, errors: {} });
    const form = reachableForm(readForm(interestForm, body), this.reach.reaches);
    if (!form.ok) return this.page(found, locale, form);
    const { language } = locale;
    const programmeId = found.programme.id;
    await this.requests.ask({ ...form.values, programmeId, language, from: request.ip });
    return new SeeOther(`${locale.href(`/kurser/${slug}`)}/intresse/tack`);
  }

  /** The same for everybody, whether the address was known or not. */
  @Get(`${PATH}/tack`)
  @Public()
  async receipt(@Param('programme') slug: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return interestReceipt(await this.found(slug, locale), locale);
  }

  private page(found: ProgrammeOfList, locale: Locale, state?: FormState): Page {
    return interestPage(found, locale, this.config, state);
  }

  private async found(slug: string, locale: Locale): Promise<ProgrammeOfList> {
    const found = await this.queries.programmeAt(slug, locale.language);
    if (!found) throw new NotFoundException();
    return found;
  }
}

function toRounds({ programme }: ProgrammeOfList, locale: Locale): SeeOther {
  return new SeeOther(`${locale.href(`/kurser/${programme.slug}`)}#omgangar`);
}
