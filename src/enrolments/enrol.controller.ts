import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { Page, SeeOther } from '../kernel/page.js';
import { Refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { MailReach } from '../platform/mail/mail-reach.service.js';
import { CurrentLocale, CurrentReply, CurrentRequest, Public } from '../platform/web/access.js';
import { switchedLanguage } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { Steps } from '../platform/web/session/steps.js';
import { answersOf, type EnrolForm } from './enrol.form.js';
import { readEnrolForm } from './enrol-reading.form.js';
import { enrolPage, type FormAttempt } from './enrol.view.js';
import { EnrolmentRequests } from './enrolment-requests.service.js';
import { EnrolmentsQueries } from './enrolments.queries.js';
import { reachableForm } from './reachable-address.rules.js';

const FORM = '/:lang/kurser/:programme/:round/anmalan';

/** Which round an address names. */
interface RoundPath {
  readonly programme: string;
  readonly round: string;
}

/** The enrolment form: a minute on a telephone, no account. */
@Controller()
export class EnrolController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly requests: EnrolmentRequests,
    private readonly steps: Steps,
    private readonly reach: MailReach,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get(FORM)
  @Public()
  async form(@Param() path: RoundPath, @CurrentLocale() locale: Locale): Promise<Page> {
    return this.page(path, locale);
  }

  @Post(FORM)
  @Public({ cookies: true, limit: { max: 60, minutes: 10 } })
  async enrol(
    @Param() path: RoundPath,
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const switched = switchedLanguage(body);
    if (switched !== null) return this.page(path, locale, { typed: switched, errors: {} });
    const found = await this.queries.roundAt(path.programme, path.round);
    const form = reachableForm(readEnrolForm(body, found), this.reach.reaches);
    if (!form.ok) return this.page(path, locale, form);
    try {
      const stepId = await this.request(found.round.id, form.values, locale, request);
      this.steps.remember(request, reply, stepId);
      return new SeeOther(`${locale.href(roundPath(path))}/anmalan/kod`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.page(path, locale, { typed: form.typed, errors: {}, refusal: error });
    }
  }

  private async request(
    roundId: number,
    form: EnrolForm,
    locale: Locale,
    request: FastifyRequest,
  ): Promise<string> {
    return this.requests.request({
      roundId,
      answers: answersOf(form),
      language: locale.language,
      togetherCode: form.togetherCode || null,
      acceptsQueue: form.queue === 'yes',
      from: request.ip,
      ownSteps: (await this.steps.of(request, 'enrolment')).map(({ subjectId }) => subjectId),
    });
  }

  private async page(path: RoundPath, locale: Locale, attempt?: FormAttempt): Promise<Page> {
    const found = await this.queries.roundForForm(path.programme, path.round);
    return enrolPage(found, locale, this.config, this.clock.now(), attempt);
  }
}

/** The public address of a round, without its language. */
function roundPath({ programme, round }: RoundPath): string {
  return `/kurser/${programme}/${round}`;
}
