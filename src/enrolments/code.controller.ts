import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { Page, SeeOther } from '../kernel/page.js';
import { Refusal } from '../kernel/refusal.js';
import { MailboxTrust } from '../participants/mailbox-trust.queries.js';
import { Config } from '../platform/config/config.js';
import { MailChannel } from '../platform/mail/mail-channel.js';
import { MailReach } from '../platform/mail/mail-reach.service.js';
import { CurrentLocale, CurrentReply, CurrentRequest, Public } from '../platform/web/access.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm, stepIn } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { signIn } from '../platform/web/session/sign-in.js';
import type { TextKey } from '../platform/web/resources.js';
import { Steps, type Step } from '../platform/web/session/steps.js';
import {
  addressForm,
  codeAgainForm,
  codeAndAddressForm,
  codeForm,
  newCodeForm,
} from './code.form.js';
import { codePage, donePage, type CodeNews } from './code.view.js';
import { Confirmations, type Confirmation } from './confirmations.service.js';
import { EnrolmentProofs } from './enrolment-proofs.service.js';
import { EnrolmentsQueries, type OpenStep, type RoundForForm } from './enrolments.queries.js';
import { reachableForm } from './reachable-address.rules.js';

const CODE = '/:lang/kurser/:programme/:round/anmalan/kod';
const DONE = '/:lang/kurser/:programme/:round/anmalan/klar';
const REFUSED: Readonly<Record<string, TextKey>> = {
  'already-proved': 'enrolments:error.alreadyProved',
  'code-expired': 'enrolments:error.requestGone',
};
const ACT = { cookies: true, limit: { max: 60, minutes: 10 } };

interface RoundPath {
  readonly programme: string;
  readonly round: string;
}

/** Where a visitor is in the middle of enrolling. */
interface Here {
  readonly found: RoundForForm;
  readonly step: OpenStep | null;
  /** Our mail server takes no mail to its address. */
  readonly unreached: boolean;
  /** The browser's steps whose enrolments are proved by now, while none is open. */
  readonly ended: readonly Step[];
}

/** The page where the mailed code is typed; right, and the person is signed in. */
@Controller()
export class CodeController {
  constructor(
    private readonly queries: EnrolmentsQueries,
    private readonly confirmations: Confirmations,
    private readonly proofs: EnrolmentProofs,
    private readonly steps: Steps,
    private readonly mailbox: MailboxTrust,
    private readonly channel: MailChannel,
    private readonly reach: MailReach,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get(CODE)
  @Public({ cookies: true })
  async form(
    @Param() path: RoundPath,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const here = await this.here(path, request);
    // Back from one's own place: the code has done its work.
    if (!here.step && request.session.owner?.kind === 'participant')
      return new SeeOther(locale.href('/mina-kurser'));
    return this.page(here, locale);
  }

  @Post(CODE)
  @Public(ACT)
  async confirm(
    @Param() path: RoundPath,
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const here = await this.here(path, request, stepIn(body));
    const form = readForm(formFor(here), body);
    if (!form.ok) return this.page(here, locale, form);
    const result = await this.tryCode(here, form.values, request.ip);
    if (result.kind !== 'done') return this.page(here, locale, refused(result, form.typed));
    const { participantId, enrolmentId } = result;
    const isEnough = await this.mailbox.isEnough(participantId);
    if (isEnough) await signIn(request, { kind: 'participant', id: participantId }, this.clock);
    for (const step of here.step ? [here.step] : here.ended)
      this.steps.forget(request, reply, step);
    // Whoever reads the mailbox does not get in by enrolling once more, and learns nothing by it.
    const onward = isEnough ? `/mina-kurser/${enrolmentId}` : `${roundPath(path)}/anmalan/klar`;
    return new SeeOther(locale.href(onward));
  }

  /** The same for everybody whose mailbox is not enough, whatever became of what they asked for. */
  @Get(DONE)
  @Public()
  async done(@Param() path: RoundPath, @CurrentLocale() locale: Locale): Promise<Page> {
    await this.queries.roundAt(path.programme, path.round);
    return donePage(locale, this.config.supportPhone);
  }

  /** Somebody reloads, or switches language, where a form has been sent to. */
  @Get([`${CODE}/ny`, `${CODE}/adress`])
  @Public()
  back(@Param() path: RoundPath, @CurrentLocale() locale: Locale): SeeOther {
    return new SeeOther(locale.href(`${roundPath(path)}/anmalan/kod`));
  }

  @Post(`${CODE}/ny`)
  @Public(ACT)
  async again(
    @Param() path: RoundPath,
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page> {
    readForm(newCodeForm, body);
    const here = await this.here(path, request, stepIn(body));
    if (!here.step) return this.page(here, locale, undefined, 'step-over');
    // Another mail to the same address would be refused like the last one.
    if (here.unreached || here.step.mail === 'refused') return this.page(here, locale);
    const { id } = here.step.enrolment;
    const after = () => this.here(path, request, here.step?.name);
    return this.mailed(after, locale, 'sent-again', () =>
      this.proofs.sendAgain(id, { language: locale.language, from: request.ip }),
    );
  }

  @Post(`${CODE}/adress`)
  @Public(ACT)
  async address(
    @Param() path: RoundPath,
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page> {
    const here = await this.here(path, request, stepIn(body));
    if (!here.step) return this.page(here, locale, undefined, 'step-over');
    const form = reachableForm(readForm(addressForm, body), this.reach.reaches);
    if (!form.ok) return this.page(here, locale, form);
    const { id } = here.step.enrolment;
    const { email } = form.values;
    const after = () => this.here(path, request, here.step?.name);
    return this.mailed(after, locale, 'address-changed', () =>
      this.proofs.correctAddress(id, email, { language: locale.language, from: request.ip }),
    );
  }

  /** Does what sends a mail and shows the page as it is then, or why it was refused. */
  private async mailed(
    after: () => Promise<Here>,
    locale: Locale,
    news: CodeNews,
    send: () => Promise<void>,
  ): Promise<Page> {
    try {
      await send();
      return this.page(await after(), locale, undefined, news);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.page(await after(), locale, this.inWords(error));
    }
  }

  private inWords(refusal: Refusal): FormState {
    const facts = { phone: this.config.supportPhone };
    return {
      typed: {},
      errors: { code: REFUSED[refusal.code] ?? REFUSED['already-proved'] },
      facts,
    };
  }

  private async tryCode(
    { found, step, ended }: Here,
    { code, email }: { readonly code: string; readonly email?: string | undefined },
    from: string,
  ): Promise<Confirmation> {
    if (step) return this.confirmations.byCode(step.enrolment.id, code);
    const ids = ended.map(({ subjectId }) => subjectId);
    const again = await this.confirmations.again(ids, code);
    if (again) return again;
    if (email === undefined) return { kind: 'wrong-pair' };
    return this.confirmations.byAddress(found.round.id, email, code, from);
  }

  private page(here: Here, locale: Locale, state?: FormState, news?: CodeNews): Page {
    // Whether this browser's own mail has left would tell who else has asked for some.
    const late = this.channel.troubled && here.step !== null;
    return codePage({ ...here, late, news: news ?? null }, locale, state);
  }

  private async here(path: RoundPath, request: FastifyRequest, name = ''): Promise<Here> {
    const found = await this.queries.roundForForm(path.programme, path.round);
    const steps = await this.steps.of(request, 'enrolment', name);
    const step = await this.queries.openStep(steps, found.round.id);
    const unreached = step !== null && !this.reach.reaches(step.enrolment.email ?? '');
    return { found, step, unreached, ended: step ? [] : steps };
  }
}

function formFor({ step, ended }: Here) {
  if (step) return codeForm;
  return ended.length > 0 ? codeAgainForm : codeAndAddressForm;
}

/** The public address of a round, without its language. */
function roundPath({ programme, round }: RoundPath): string {
  return `/kurser/${programme}/${round}`;
}

function refused(
  result: Exclude<Confirmation, { kind: 'done' }>,
  typed: FormState['typed'],
): FormState {
  if (result.kind === 'wrong')
    return {
      typed,
      errors: { code: 'enrolments:error.codeWrong' },
      facts: { left: result.triesLeft },
    };
  const words = {
    'used-up': 'enrolments:error.codeUsedUp',
    used: 'enrolments:error.codeUsed',
    expired: 'enrolments:error.codeExpired',
    'wrong-pair': 'enrolments:error.codeOrAddress',
    'round-cancelled': 'enrolments:closed.round-cancelled.title',
  } as const;
  return { typed, errors: { code: words[result.kind] } };
}
