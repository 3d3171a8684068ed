import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { reachableForm } from '../enrolments/reachable-address.rules.js';
import { type Page, SeeOther } from '../kernel/page.js';
import { Refusal } from '../kernel/refusal.js';
import { Config } from '../platform/config/config.js';
import { MailReach } from '../platform/mail/mail-reach.service.js';
import {
  CurrentKept,
  CurrentLocale,
  CurrentRequest,
  KeepsTyped,
  Parent,
} from '../platform/web/access.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm, type Typed } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import { AddressChanges, type AddressOutcome, type Changer } from './address-changes.service.js';
import { addressPage } from './address.view.js';
import { addressCodeForm, addressForm } from './details.form.js';
import { changerOf } from './details.controller.js';
import { DetailsQueries } from './details.queries.js';
import { detailsPage } from './details.view.js';
import { FreshSignIn } from './fresh-sign-in.guard.js';

const ADDRESS = '/:lang/mina-kurser/uppgifter/adress';
const SPENT = { 'used-up': 'mine:error.usedUpHere', expired: 'mine:error.expiredHere' } as const;

/** Moving to another address, which a code from there has to prove. */
@Controller()
export class AddressController {
  constructor(
    private readonly queries: DetailsQueries,
    private readonly changes: AddressChanges,
    private readonly reach: MailReach,
    private readonly config: Config,
  ) {}

  @Post(ADDRESS)
  @Parent()
  @UseGuards(FreshSignIn)
  @KeepsTyped()
  async ask(
    @Body() body: unknown,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const changer = changerOf(request);
    const form = reachableForm(readForm(addressForm, body), this.reach.reaches);
    if (!form.ok) return this.again(changer.participantId, locale, form);
    try {
      await this.changes.ask(changer, {
        ...form.values,
        language: locale.language,
        from: request.ip,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = { email: 'enrolments:error.tooMany' } as const;
      const state = { typed: form.typed, errors, ...this.office };
      return this.again(changer.participantId, locale, state);
    }
    return new SeeOther(locale.href('/mina-kurser/uppgifter/adress'));
  }

  @Get([ADDRESS, `${ADDRESS}/kod`])
  @Parent()
  async codeForm(
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentKept() kept: Typed | null,
  ): Promise<Page | SeeOther> {
    const changer = changerOf(request);
    if (kept === null) return this.code(changer, locale);
    return this.again(changer.participantId, locale, { typed: kept, errors: {} });
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
    if (!form.ok) return this.code(changer, locale, form);
    try {
      const outcome = await this.changes.confirm(changer, form.values.code);
      if (outcome.kind !== 'changed')
        return await this.missed(changer, outcome, form.typed, locale);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = { code: 'mine:error.knownPerson' } as const;
      return this.code(changer, locale, { typed: {}, errors, ...this.office });
    }
    request.session.flash = 'mine:done.address';
    return new SeeOther(locale.href('/mina-kurser/uppgifter'));
  }

  /** A wrong code; after the last one, or too late, the address is asked for anew. */
  private async missed(
    changer: Changer,
    outcome: Exclude<AddressOutcome, { kind: 'changed' }>,
    typed: Typed,
    locale: Locale,
  ): Promise<Page | SeeOther> {
    if (outcome.kind === 'wrong') {
      const facts = { left: outcome.triesLeft };
      return this.code(changer, locale, {
        ...{ typed, facts },
        errors: { code: 'enrolments:error.codeWrong' },
      });
    }
    const errors = { email: SPENT[outcome.kind] };
    return this.again(changer.participantId, locale, { typed: {}, errors });
  }

  private get office() {
    return { facts: { phone: this.config.supportPhone } };
  }

  private async again(participantId: number, locale: Locale, state: FormState): Promise<Page> {
    return detailsPage(await this.queries.of(participantId), locale, { form: 'address', state });
  }

  private async code(
    changer: Changer,
    locale: Locale,
    state?: FormState,
  ): Promise<Page | SeeOther> {
    const address = await this.changes.waiting(changer);
    return address === null
      ? new SeeOther(locale.href('/mina-kurser/uppgifter'))
      : addressPage({ address, unreached: !this.reach.reaches(address) }, locale, state);
  }
}
