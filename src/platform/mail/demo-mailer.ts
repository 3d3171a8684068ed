import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import type { Delivery } from './delivery.rules.js';
import { DemoMail } from './demo-mail.entity.js';
import { Mailer, type MailToSend } from './mailer.js';

/** Stands in for the mail server in the demo: keeps every mail where anybody can read it. */
@Injectable()
export class DemoMailer extends Mailer {
  readonly lanes = 1;

  constructor(private readonly db: Database) {
    super();
  }

  async send(mail: MailToSend, at: Date): Promise<Delivery> {
    await this.db.transaction((em) => em.insert(DemoMail, { ...mail, sentAt: at }));
    return { outcome: 'accepted' };
  }

  speaksSmtpUtf8(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): void {
    // Holds no connections of its own.
  }
}
