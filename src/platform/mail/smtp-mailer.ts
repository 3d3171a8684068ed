import type { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';

import { Config } from '../config/config.js';
import { deliveryAfter, type Delivery } from './delivery.rules.js';
import { LONGEST_SEND_MS } from './lease.rules.js';
import { Mailer, type MailToSend } from './mailer.js';
import { smtpOptions, speaksSmtpUtf8 } from './smtp-greeting.js';

const LANES = 5;

/** Sends through the mail server named in `SMTP_URL`, over a few connections that are kept open. */
@Injectable()
export class SmtpMailer extends Mailer {
  readonly lanes = LANES;
  /** The text of each mail under way, by Message-ID: whether it was read tells how far we came. */
  private readonly bodies = new Map<string, Readable>();
  private readonly transport;
  private readonly url: string;

  constructor(private readonly config: Config) {
    super();
    if (config.smtpUrl === null) throw new Error('SMTP_URL is not set');
    this.url = config.smtpUrl;
    this.transport = createTransport({
      ...smtpOptions(this.url),
      pool: true,
      maxConnections: LANES,
      // The pool would send a mail again by itself when a connection breaks; that is for us to decide.
      maxRequeues: 0,
    });
    this.transport.use('stream', (mail, done) => {
      mail.message.processFunc((body) => {
        this.bodies.set(mail.message.messageId(), body);
        return body;
      });
      done();
    });
  }

  send(mail: MailToSend, at: Date): Promise<Delivery> {
    return new Promise((resolve) => {
      this.transport.sendMail(this.composed(mail, at), (error) => {
        const bodyStarted = this.bodies.get(mail.messageId)?.readableDidRead ?? false;
        this.bodies.delete(mail.messageId);
        resolve(error ? deliveryAfter(error, bodyStarted) : { outcome: 'accepted' });
      });
    });
  }

  speaksSmtpUtf8(): Promise<boolean | null> {
    return speaksSmtpUtf8(this.url);
  }

  close(force: boolean): void {
    this.transport.close({ force });
  }

  private composed(mail: MailToSend, at: Date): SendMailOptions {
    const from = this.config.mailFrom;
    return {
      messageId: mail.messageId,
      date: at,
      from: { name: this.config.mailFromName, address: from },
      // An object, so that the address is never parsed: it names one recipient whatever it holds.
      to: { name: '', address: mail.recipient },
      envelope: { from, to: [mail.recipient] },
      subject: mail.subject,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments.map(({ filename, contentType, content }) => ({
        filename,
        contentType,
        content,
        // Arrives byte for byte: a calendar's line ends are part of its format.
        contentTransferEncoding: 'base64' as const,
      })),
      signal: AbortSignal.timeout(LONGEST_SEND_MS),
    };
  }
}
