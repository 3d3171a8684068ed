import { Injectable } from '@nestjs/common';

import type { Reader, Writer } from '../database/database.js';

/** What a kind of mail is told about one of its mails. */
export interface QueuedMail {
  readonly id: number;
  readonly kind: string;
  readonly dedupeKey: string;
  /** The id that the message was given, or null. */
  readonly subjectId: number | null;
  readonly recipient: string;
  readonly createdAt: Date;
}

/** What a feature has to say about the mails it queues. */
export interface MailKind {
  /** Asked right before sending; false cancels the mail. Only reads. */
  stillApplies(db: Reader, mail: QueuedMail): Promise<boolean>;
  /**
   * Told in the transaction that notes that the mail server took the mail at `at`, for instance to
   * start the time in which a code is valid. After a crash it may be told twice.
   */
  accepted?(em: Writer, mail: QueuedMail, at: Date): Promise<void>;
}

/** The kinds of mail there are: features register theirs when their module starts. */
@Injectable()
export class MailKinds {
  private readonly kinds = new Map<string, MailKind>();

  /** @throws Error when the name is taken. */
  register(name: string, kind: MailKind): void {
    if (this.kinds.has(name)) throw new Error(`Mail kind ${name} is registered twice`);
    this.kinds.set(name, kind);
  }

  /** Undefined when nobody has registered it, such as a kind that only an older version knew. */
  get(name: string): MailKind | undefined {
    return this.kinds.get(name);
  }
}
