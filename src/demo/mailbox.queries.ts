import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database.js';
import { DemoMail } from '../platform/mail/demo-mail.entity.js';

/** Reads the mails that the demo has kept instead of sending them. */
@Injectable()
export class MailboxQueries {
  constructor(private readonly db: Database) {}

  /** One page of all mails, newest first, and how many there are in all. Pages count from 1. */
  page(page: number, size: number): Promise<[mails: DemoMail[], total: number]> {
    return this.db.read.findAndCount(DemoMail, {
      order: { sentAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
  }

  /** One mail, or null. */
  mail(id: number): Promise<DemoMail | null> {
    return this.db.read.findOneBy(DemoMail, { id });
  }
}
