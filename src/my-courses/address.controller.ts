import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { type Page, SeeOther } from '../kernel/page.js';
import { Refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import {
  CurrentKept,
  CurrentLocale,
  CurrentParent,
  CurrentRequest,
  KeepsTyped,
  Parent,
} from '../platform/web/access.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm, type Typed } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { AddressChanges, type AddressOutcome } from './address-changes.service.js';
import { addressPage } from './address.view.js';
import { addressCodeForm, addressForm } from './details.form.js';
import { changerOf } from './details.controller.js';
import { DetailsQueries } from './details.queries.js';
import { detailsPage } from './details.view.js';
import { FreshSignIn } from './fresh-sign-in.guard.js';

const ADDRESS = '/:lang/mina-kurser/uppgifter/adress';

/** Moving to another address, which a code from there has to prove. */
@Controller()
@UseGuards(FreshSignIn)
export class AddressController {
  constructor(
    private readonly queries: DetailsQueries,
    private readonly changes: AddressChanges,
    private readonly config: Config,
  ) {}

  @Post(ADDRESS)
  @Parent()
  @KeepsTyped()
  async ask(
    @Body() body: unknown,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page | SeeOther> {
    const form = readForm(addressForm, body);
    if (!form.ok) return this.again(participantId, locale, form);
    try {
      await this.changes.ask(participantId, { ...form.values, language: locale.language });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = { email: 'enrolments:error.tooMany' } as const;
      return this.again(participantId, locale, { typed: form.typed, errors, ...this.office });
    }
    return new SeeOther(locale.href('/mina-kurser/uppgifter/adress'));
  }

  @Get([ADDRESS, `${ADDRESS}/kod`])
  @Parent()
  async codeForm(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentKept() kept: Typed | null,
  ): Promise<Page | SeeOther> {
    if (kept !== null) return this.again(participantId, locale, { typed: kept, errors: {} });
    return this.code(participantId, locale);
  }

  @Post(`${ADDRESS}/kod`)
  @Parent()
  async confirm(
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const changer = changerOf(request);
    const form = readForm(addressCodeForm, body);
    if (!form.ok) return this.code(changer.participantId, locale, form);
    try {
      const outcome = await this.changes.confirm(changer, form.values.code);
      if (outcome.kind !== 'changed')
        return await this.code(changer.participantId, locale, inWords(outcome, form.typed));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = { code: 'mine:error.knownPerson' } as const;
      return this.code(changer.participantId, locale, { typed: {}, errors, ...this.office });
    }
    request.session.flash = 'mine:done.address';
    return new SeeOther(locale.href('/mina-kurser/uppgifter'));
  }

  private get office() {
    return { facts: { phone: this.config.supportPhone } };
  }

  private async again(participantId: number, locale: Locale, state: FormState): Promise<Page> {
    return detailsPage(await this.queries.of(participantId), locale, { form: 'address', state });
  }

  private async code(
    participantId: number,
    locale: Locale,
    state?: FormState,
  ): Promise<Page | SeeOther> {
    const address = await this.changes.waiting(participantId);
    return address === null
      ? new SeeOther(locale.href('/mina-kurser/uppgifter'))
      : addressPage(address, locale, state);
  }
}

function inWords(
  outcome: Exclude<AddressOutcome, { kind: 'changed' }>,
  typed: FormState['typed'],
): FormState {
  if (outcome.kind === 'wrong')
    return {
      typed,
      errors: { code: 'enrolments:error.codeWrong' },
      facts: { left: outcome.triesLeft },
    };
  const words = { 'used-up': 'mine:error.usedUpHere', expired: 'mine:error.expiredHere' } as const;
  return { typed, errors: { code: words[outcome.kind === 'used-up' ? 'used-up' : 'expired'] } };
}
