import { Body, Controller, Get, Post, Query, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { Page, SeeOther } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import {
  CurrentLocale,
  CurrentReply,
  CurrentRequest,
  Public,
  type Role,
} from '../platform/web/access.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { signIn, signOut } from '../platform/web/session/sign-in.js';
import { safeNext } from '../platform/web/sign-in-needed.js';
import { PasswordGuard } from './password.guard.js';
import type { PasswordOutcome } from './password.strategy.js';
import { signInForm } from './sign-in.form.js';
import { presentSignIn } from './sign-in.view.js';
import { StaffBrowsers } from './staff-browsers.service.js';
import { StaffQueries } from './staff.queries.js';

/** What an empty field comes to. */
const NO_PASSWORD = { kind: 'wrong' } as const;

/** Signing in and out, for staff. */
@Controller()
export class SignInController {
  constructor(
    private readonly staff: StaffQueries,
    private readonly browsers: StaffBrowsers,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('/logga-in')
  @Public({ cookies: true })
  form(@CurrentLocale() locale: Locale, @Query('next') next: unknown): Page {
    return signInPage(locale, safeNext(next, this.config.baseUrl));
  }

  @Post('/logga-in')
  @Public({ cookies: true, limit: { max: 30, minutes: 10 } })
  @UseGuards(PasswordGuard)
  async signIn(
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
    @Body() body: unknown,
    @Query('next') query: unknown,
  ): Promise<Page | SeeOther> {
    const next = safeNext(query, this.config.baseUrl);
    const outcome = typeof request.user === 'object' ? request.user : NO_PASSWORD;
    if (outcome.kind !== 'right') return signInPage(locale, next, whatIsWrong(outcome, body));
    if (!this.config.demo) return secondFactorPage(locale);
    await this.browsers.remember(request, reply, outcome.staffId);
    await signIn(request, { kind: 'staff', id: outcome.staffId }, this.clock);
    const account = await this.staff.signedIn(outcome.staffId);
    return new SeeOther(next ?? homeOf(account?.roles ?? []));
  }

  @Post('/logga-ut')
  @Public({ cookies: true })
  async signOut(
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<SeeOther> {
    await signOut(request, reply, this.config.secure);
    return new SeeOther('/logga-in');
  }
}

/** Where work begins: with what is to be done, for whoever has such a page. */
function homeOf(roles: readonly Role[]): string {
  return roles.some((role) => role !== 'leader') ? '/admin' : '/ledare';
}

function signInPage(locale: Locale, next: string | null, state?: FormState): Page {
  const model = presentSignIn(locale, next, state);
  const head = { title: model.title, layout: 'staff', noStore: true } as const;
  return state === undefined
    ? new Page('staff/sign-in', head, model)
    : new Page('staff/sign-in', { ...head, invalid: true }, model, 422);
}

function secondFactorPage(locale: Locale): Page {
  const title = locale.t('staff:secondFactor.title');
  return new Page('staff/second-factor', { title, layout: 'staff', noStore: true }, {});
}

/** The address is kept as typed, the password never. */
function whatIsWrong(
  outcome: Exclude<PasswordOutcome, { kind: 'right' }>,
  body: unknown,
): FormState {
  const form = readForm(signInForm, body);
  if (!form.ok) return { typed: { email: form.typed.email }, errors: form.errors };
  const typed = { email: form.values.email };
  return outcome.kind === 'wait'
    ? { typed, errors: { email: 'staff:signIn.error.wait' }, facts: { seconds: outcome.seconds } }
    : { typed, errors: { email: 'staff:signIn.error.wrong' } };
}
