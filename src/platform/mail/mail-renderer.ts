import { Injectable } from '@nestjs/common';

import { Config } from '../config/config.js';
import type { Locale } from '../web/locale.js';
import { Translations } from '../web/translations.js';
import { Views } from '../web/views.js';
import type { OutgoingMessage } from './message.js';

/** Both bodies of a mail, complete with beginning and end. */
export interface RenderedMail {
  readonly html: string;
  readonly text: string;
}

/** Turns a message into its HTML and its text, inside the layout that all mails share. */
@Injectable()
export class MailRenderer {
  constructor(
    private readonly views: Views,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /** @throws Error when a template, or a key of its model, is missing. */
  render(message: OutgoingMessage): RenderedMail {
    const locale = this.translations.locale(message.language);
    return {
      html: this.renderPart('html', message, locale),
      text: this.renderPart('text', message, locale),
    };
  }

  private renderPart(part: 'html' | 'text', message: OutgoingMessage, locale: Locale): string {
    const body = this.views.render(`mail/${message.template}.${part}`, message.model, locale);
    const rightToLeft = locale.dir === 'rtl';
    const { fewer, phone } = message.footer;
    const model = {
      language: locale.language,
      dir: locale.dir,
      // Where lines begin on screen; mail programs do not all know logical properties.
      start: rightToLeft ? 'right' : 'left',
      subject: message.subject,
      organisation: this.config.organisation,
      body: body.trim(),
      fewer,
      phone: part === 'text' && rightToLeft ? leftToRight(phone) : phone,
    };
    return this.views.render(`mail/layout.${part}`, model, locale);
  }
}

/** Plain text has no elements, so invisible marks keep `090-16 00 00` from being turned around. */
function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}
