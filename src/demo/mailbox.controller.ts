import { Controller, Get, NotFoundException, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Page } from '../kernel/page.js';
import type { DemoMail } from '../platform/mail/demo-mail.entity.js';
import { CurrentLocale, CurrentReply, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { MailboxQueries } from './mailbox.queries.js';
import { MAILBOX_PATH, presentMailbox } from './mailbox.view.js';

const MAILS_A_PAGE = 25;
/** A mail has styles of its own, which pages of ours may not have, and does nothing but be read. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** `/demo/brevlada`: every mail that the demo would have sent, for everybody to read. Demo mode only. */
@Controller(MAILBOX_PATH)
export class MailboxController {
  constructor(private readonly mailbox: MailboxQueries) {}

  @Get()
  // Never kept: there is a new mail every moment.
  @Public({ shared: false })
  async list(
    @Query('sida') wanted: string | undefined,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const page = /^[1-9]\d{0,5}$/.test(wanted ?? '') ? Number(wanted) : 1;
    const [mails, total] = await this.mailbox.page(page, MAILS_A_PAGE);
    const pages = Math.max(1, Math.ceil(total / MAILS_A_PAGE));
    if (page > pages) throw new NotFoundException();
    const head = { title: 'Brevlåda', layout: 'staff', noStore: true, noIndex: true } as const;
    return new Page('demo/mailbox', head, presentMailbox(mails, { page, pages }, locale));
  }

  @Get(':mail')
  @Public()
  async document(
    @Param('mail', ParseIntPipe) id: number,
    @CurrentReply() reply: FastifyReply,
  ): Promise<string> {
    const mail = await this.mailOrNotFound(id);
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', MAIL_POLICY)
      .header('cache-control', 'no-store');
    return mail.html;
  }

  @Get(':mail/bilagor/:number')
  @Public()
  async attachment(
    @Param('mail', ParseIntPipe) id: number,
    @Param('number', ParseIntPipe) number: number,
    @CurrentReply() reply: FastifyReply,
  ): Promise<string> {
    const attachment = (await this.mailOrNotFound(id)).attachments[number - 1];
    if (!attachment) throw new NotFoundException();
    void reply
      .type(attachment.contentType)
      .header('content-disposition', `attachment; filename="${attachment.filename}"`)
      .header('cache-control', 'no-store');
    return attachment.content;
  }

  private async mailOrNotFound(id: number): Promise<DemoMail> {
    const mail = await this.mailbox.mail(id);
    if (!mail) throw new NotFoundException();
    return mail;
  }
}
