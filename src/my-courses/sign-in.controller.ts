import { BadRequestException, Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Page, SeeOther } from '../kernel/page.js';
import { OwnCodes } from '../participants/own-codes.service.js';
import { Config } from '../platform/config/config.js';
import { MailChannel } from '../platform/mail/mail-channel.js';
import { CurrentLocale, CurrentReply, CurrentRequest, Public } from '../platform/web/access.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm, stepIn } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { Steps, type Step } from '../platform/web/session/steps.js';
import { safeNext } from '../platform/web/sign-in-needed.js';
import { askForm, signInCodeForm, whoForm } from './sign-in.form.js';
import { askPage, codePage, ownCodePage, whoPage, type AskedPerson } from './sign-in.view.js';
import { SignInFinish } from './sign-in-finish.service.js';
import { SignInPeople, type ProvedMailbox } from './sign-in-people.service.js';
import { SIGN_IN_STEP, SignIns, type CodeOutcome } from './sign-ins.service.js';

const SIGN_IN = '/:lang/mina-kurser/logga-in';
const ACT = { cookies: true, limit: { max: 60, minutes: 10 } };

/** Signing in without a password: a mailed link and code, in the browser that asked for them. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignIns,
    private readonly people: SignInPeople,
    private readonly ownCodes: OwnCodes,
    private readonly finish: SignInFinish,
    private readonly steps: Steps,
    private readonly channel: MailChannel,
    private readonly config: Config,
  ) {}

  @Get(SIGN_IN)
  @Public({ shared: false })
  form(@CurrentLocale() locale: Locale, @Query('igen') again: unknown): Page {
    const why = again === 'skrivet' ? 'kept' : again === '1' ? 'stale' : null;
    return askPage(locale, this.config.supportPhone, why);
  }

  /** The same answer for every address, known or not. */
  @Post(SIGN_IN)
  @Public(ACT)
  async ask(
    @Body() body: unknown,
    @Query('next') next: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const form = readForm(askForm, body);
    if (!form.ok) return askPage(locale, this.config.supportPhone, null, form);
    const stepId = await this.signIns.ask({
      email: form.values.email,
      language: locale.language,
      next: safeNext(next, this.config.baseUrl),
      currentStep: (await this.steps.current(request, SIGN_IN_STEP))?.subjectId ?? null,
      from: request.ip,
    });
    this.steps.remember(request, reply, stepId);
    return new SeeOther(locale.href('/mina-kurser/logga-in/kod'));
  }

  @Get(`${SIGN_IN}/kod`)
  @Public({ cookies: true })
  async codeForm(
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    return this.code(await this.steps.current(request, SIGN_IN_STEP), locale);
  }

  @Post(`${SIGN_IN}/kod`)
  @Public(ACT)
  async useCode(
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const step = await this.steps.current(request, SIGN_IN_STEP, stepIn(body));
    const form = readForm(signInCodeForm, body);
    if (!form.ok || step === null) return this.code(step, locale, form.ok ? undefined : form);
    const outcome = await this.signIns.byCode(step.subjectId, form.values.code);
    if (outcome.kind === 'proved') return this.finish.onward(request, reply, step);
    // Pressed twice: the first press has signed the browser in.
    if (outcome.kind === 'used') return new SeeOther(locale.href('/mina-kurser'));
    return this.code(step, locale, inWords(outcome, form.typed));
  }

  @Get(`${SIGN_IN}/vem`)
  @Public({ cookies: true })
  async who(
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const mailbox = await this.mailbox(request);
    if (!mailbox) return toStart(locale);
    const [only, ...others] = mailbox.people;
    const { name } = mailbox.step;
    if (only && others.length === 0) return this.ownCode({ who: only.id, step: name }, locale);
    return whoPage(mailbox.people, name, locale);
  }

  @Post(`${SIGN_IN}/vem`)
  @Public(ACT)
  async choose(
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const mailbox = await this.mailbox(request, stepIn(body));
    if (!mailbox) return toStart(locale);
    const form = readForm(whoForm, body);
    const who = Number(form.ok ? form.values.who : form.typed.who);
    if (!mailbox.people.some(({ id }) => id === who)) throw new BadRequestException();
    const asked = { who, step: mailbox.step.name };
    const ask = (state?: FormState) => this.ownCode(asked, locale, state);
    if (!form.ok) return ask({ typed: {}, errors: form.errors });
    if (await this.ownCodes.isSet(who)) {
      const { ownCode } = form.values;
      if (ownCode === undefined) return ask();
      const wrong = await this.whyNot(mailbox.proof.id, who, ownCode);
      if (wrong !== null) return ask(wrong);
    }
    return this.finish.signIn(request, reply, mailbox, who);
  }

  private async mailbox(request: FastifyRequest, name = ''): Promise<ProvedMailbox | null> {
    return this.people.behind(await this.steps.of(request, SIGN_IN_STEP, name));
  }

  private ownCode(asked: AskedPerson, locale: Locale, state?: FormState): Page {
    return ownCodePage(asked, this.config.supportPhone, locale, state);
  }

  private async code(
    step: Step | null,
    locale: Locale,
    state?: FormState,
  ): Promise<Page | SeeOther> {
    const address = await this.signIns.addressOf(step?.subjectId ?? null);
    if (step === null || address === null) return toStart(locale);
    const facts = {
      address,
      step: step.name,
      late: this.channel.troubled,
      phone: this.config.supportPhone,
    };
    return codePage(facts, locale, state);
  }

  /** What is wrong with a code of the person's own; null: nothing. */
  private async whyNot(proofId: number, who: number, ownCode: string): Promise<FormState | null> {
    const result = await this.ownCodes.try(who, ownCode);
    if (result === 'right') return null;
    const facts = { phone: this.config.supportPhone };
    if (result === 'too-many')
      return { typed: {}, errors: { ownCode: 'enrolments:error.tooMany' }, facts };
    const last = await this.people.missed(proofId);
    return {
      typed: {},
      errors: { ownCode: last ? 'mine:error.usedUp' : 'mine:error.ownCodeWrong' },
    };
  }
}

/** Why a code did not sign in. */
type CodeMiss = Exclude<CodeOutcome, { kind: 'proved' } | { kind: 'used' }>;

function toStart(locale: Locale): SeeOther {
  return new SeeOther(locale.href('/mina-kurser/logga-in'));
}

function inWords(outcome: CodeMiss, typed: FormState['typed']): FormState {
  if (outcome.kind === 'wrong')
    return {
      typed,
      errors: { code: 'enrolments:error.codeWrong' },
      facts: { left: outcome.triesLeft },
    };
  const words = { 'used-up': 'mine:error.usedUp', expired: 'mine:error.expired' } as const;
  return { typed, errors: { code: words[outcome.kind] } };
}
