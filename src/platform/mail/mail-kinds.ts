import { Injectable } from '@nestjs/common';

import type { Reader, Writer } from '../database/database.js';

/** What a kind of mail is told about one of its mails. */
export interface QueuedMail {
  readonly id: number;
  readonly kind: string;
  readonly dedupeKey: string;
  /** The id that the message was given, or null. */
  readonly subjectId: number | null;
  /** The person the mail is to, or null. */
  readonly personId: number | null;
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

/** Whether a person may be written to at an address. Only reads. */
export type PeopleGuard = (db: Reader, personId: number, address: string) => Promise<boolean>;

/** The kinds of mail there are: features register theirs when their module starts. */
@Injectable()
export class MailKinds {
  private readonly kinds = new Map<string, MailKind>();
  private peopleGuard: PeopleGuard = () => Promise.resolve(true);

  /** @throws Error when the name is taken. */
  register(name: string, kind: MailKind): void {
    if (this.kinds.has(name)) throw new Error(`Mail kind ${name} is registered twice`);
    this.kinds.set(name, kind);
  }

  /** Whoever knows people says, for every mail to one, whether it may still go to its address. */
  guardPeople(guard: PeopleGuard): void {
    this.peopleGuard = guard;
  }

  /** Whether a mail is still to be sent: its kind and its reader want it. */
  async stillApplies(db: Reader, mail: QueuedMail): Promise<boolean> {
    const { personId, recipient } = mail;
    if (personId !== null && !(await this.peopleGuard(db, personId, recipient))) return false;
    return (await this.kinds.get(mail.kind)?.stillApplies(db, mail)) ?? true;
  }

  /** Undefined when nobody has registered it, such as a kind that only an older version knew. */
  get(name: string): MailKind | undefined {
    return this.kinds.get(name);
  }
}
