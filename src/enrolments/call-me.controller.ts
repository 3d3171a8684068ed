import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Page } from '../kernel/page.js';
import { CurrentLocale, CurrentRequest, Public } from '../platform/web/access.js';
import { readForm, switchedLanguage } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { valuesOf, type PageParameters } from '../platform/web/page-query.rules.js';
import { CallRequests } from './call-requests.service.js';
import { callMeForm } from './call-me.form.js';
import { callMePage, callMeReceipt } from './call-me.view.js';
import { EnrolmentsQueries, type CourseName } from './enrolments.queries.js';

const PATH = '/:lang/ring-mig';

/** What the person was looking at. */
const PARAMETERS = {
  omgang: { kind: 'one', read: (id) => (/^\d{1,9}$/.test(id) ? Number(id) : undefined) },
  kurs: { kind: 'one', read: (slug) => (/^[a-z0-9-]+$/.test(slug) ? slug : undefined) },
} satisfies PageParameters;

/** For whoever has no safe e-mail: no mail is sent, staff call. */
@Controller()
export class CallMeController {
  constructor(
    private readonly calls: CallRequests,
    private readonly queries: EnrolmentsQueries,
  ) {}

  @Get(PATH)
  @Public({ query: PARAMETERS })
  async form(
    @Query('omgang') round: unknown,
    @Query('kurs') programme: unknown,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    return callMePage(await this.course(round, programme, locale), locale);
  }

  @Post(PATH)
  @Public({ limit: { max: 20, minutes: 10 } })
  async ask(
    @Query('omgang') round: unknown,
    @Query('kurs') programme: unknown,
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page> {
    const course = await this.course(round, programme, locale);
    const switched = switchedLanguage(body);
    if (switched !== null) return callMePage(course, locale, { typed: switched, errors: {} });
    const form = readForm(callMeForm, body);
    if (!form.ok) return callMePage(course, locale, form);
    const { hideCaller, ...said } = form.values;
    const wish = {
      ...said,
      hideCaller: hideCaller === 'yes',
      language: locale.language,
      roundId: course?.roundId ?? null,
      programmeId: course?.programmeId ?? null,
    };
    await this.calls.add(wish, request.ip);
    return callMeReceipt(course, locale);
  }

  /** What the person was looking at: a round, or the list of a programme. */
  private course(round: unknown, programme: unknown, locale: Locale): Promise<CourseName | null> {
    const [roundId = null] = valuesOf(PARAMETERS.omgang, round);
    const [slug = null] = valuesOf(PARAMETERS.kurs, programme);
    return this.queries.courseName({ roundId, slug }, locale.language);
  }
}
