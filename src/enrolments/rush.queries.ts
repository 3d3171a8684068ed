import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database.js';
import { CodeMails } from '../platform/mail/code-mails.service.js';
import { largestBurst } from './live-places.queries.js';

/** Reads whether unusually many enrol or ask for codes; not who. */
@Injectable()
export class RushQueries {
  constructor(
    private readonly db: Database,
    private readonly codes: CodeMails,
  ) {}

  /** Enrolments of one mailbox or network within a day before `now`, when that is a burst; else 0. */
  burst(now: Date): Promise<number> {
    return largestBurst(this.db.read, now);
  }

  /** Mails with codes that wait only because there are so many. */
  delayedCodes(): Promise<number> {
    return this.codes.delayed(this.db.read);
  }
}
