import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';

import type { ToldBy } from '../enrolments/person-mail.service.js';
import { type Page, SeeOther } from '../kernel/page.js';
import {
  CurrentKept,
  CurrentLocale,
  CurrentParent,
  CurrentRequest,
  KeepsTyped,
  Parent,
} from '../platform/web/access.js';
import { readForm, type Typed } from '../platform/web/forms.js';
import type { Locale } from '../platform/web/locale.js';
import type { Changer } from './address-changes.service.js';
import { ContactDetails } from './contact-details.service.js';
import { mailsForm, ownCodeForm, phoneForm, silentForm } from './details.form.js';
import { DetailsQueries } from './details.queries.js';
import { detailsPage, type DetailsForm } from './details.view.js';
import { FreshSignIn } from './fresh-sign-in.guard.js';

const DETAILS = '/:lang/mina-kurser/uppgifter';

/** A person's own details: how we reach them, in which language, and how they prove who they are. */
@Controller()
@UseGuards(FreshSignIn)
export class DetailsController {
  constructor(
    private readonly queries: DetailsQueries,
    private readonly details: ContactDetails,
  ) {}

  @Get(DETAILS)
  @Parent()
  async show(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    return detailsPage(await this.queries.of(participantId), locale);
  }

  @Get(`${DETAILS}/telefon`)
  @Parent()
  phoneAgain(
    @CurrentRequest() request: FastifyRequest,
    @CurrentKept() kept: Typed | null,
  ): Promise<Page | SeeOther> {
    return this.again(request, 'phone', kept);
  }

  @Get(`${DETAILS}/mejl`)
  @Parent()
  mailsAgain(
    @CurrentRequest() request: FastifyRequest,
    @CurrentKept() kept: Typed | null,
  ): Promise<Page | SeeOther> {
    return this.again(request, 'mails', kept);
  }

  /** Somebody reloads, or switches language, where a form has been sent to. */
  @Get([`${DETAILS}/egen-kod`, `${DETAILS}/egen-kod/bort`])
  @Parent()
  back(@CurrentLocale() locale: Locale): SeeOther {
    return new SeeOther(locale.href('/mina-kurser/uppgifter'));
  }

  @Post(`${DETAILS}/telefon`)
  @Parent()
  @KeepsTyped()
  phone(
    @Body() body: unknown,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    return this.change(request, 'phone', phoneForm, body, ({ phone, ...how }, { participantId }) =>
      this.details.changePhone(participantId, phone, how),
    );
  }

  @Post(`${DETAILS}/mejl`)
  @Parent()
  @KeepsTyped()
  mails(
    @Body() body: unknown,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    return this.change(request, 'mails', mailsForm, body, ({ silent, ...choice }, changer) =>
      this.details.changeMails(changer, choice, { silent }),
    );
  }

  @Post(`${DETAILS}/egen-kod`)
  @Parent()
  ownCode(
    @Body() body: unknown,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    return this.change(request, 'ownCode', ownCodeForm, body, ({ ownCode, ...how }, changer) =>
      this.details.setOwnCode(changer, ownCode, how),
    );
  }

  @Post(`${DETAILS}/egen-kod/bort`)
  @Parent()
  noOwnCode(
    @Body() body: unknown,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    return this.change(request, 'noOwnCode', silentForm, body, (how, { participantId }) =>
      this.details.removeOwnCode(participantId, how),
    );
  }

  /** Where a form has been sent to: filled in again, or the page as it is. */
  private async again(
    { participantId = 0, locale }: FastifyRequest,
    form: DetailsForm,
    typed: Typed | null,
  ): Promise<Page | SeeOther> {
    if (typed === null) return new SeeOther(locale.href('/mina-kurser/uppgifter'));
    const sent = { form, state: { typed, errors: {} } };
    return detailsPage(await this.queries.of(participantId), locale, sent);
  }

  /** Reads a form and does what it says; the receipt stands on the page that follows. */
  private async change<T>(
    request: FastifyRequest,
    form: DetailsForm,
    schema: z.ZodType<T>,
    body: unknown,
    work: (values: T, changer: Changer) => Promise<ToldBy>,
  ): Promise<Page | SeeOther> {
    const changer = changerOf(request);
    const read = readForm(schema, body);
    if (!read.ok) {
      // A code is never shown again.
      const typed = form === 'ownCode' ? {} : read.typed;
      const wrong = { form, state: { typed, errors: read.errors } };
      return detailsPage(await this.queries.of(changer.participantId), request.locale, wrong);
    }
    const told = await work(read.values, changer);
    request.session.flash = told === 'mail' ? 'mine:done.mailed' : 'mine:done.silent';
    return new SeeOther(request.locale.href('/mina-kurser/uppgifter'));
  }
}

/** Who changes something, and in which browser; behind `@Parent()`. */
export function changerOf(request: FastifyRequest): Changer {
  const { participantId = 0, session } = request;
  return { participantId, sessionId: session.sessionId };
}
