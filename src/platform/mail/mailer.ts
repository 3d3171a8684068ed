import type { Delivery } from './delivery.rules.js';
import type { MailAttachment } from './message.js';

/** A mail ready to leave. */
export interface MailToSend {
  /** With angle brackets. */
  readonly messageId: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
}

/** Takes mails out of the house, one try each. Injected as an abstract class; SMTP or the demo. */
export abstract class Mailer {
  /** How many mails it can hold in hand at once. */
  abstract readonly lanes: number;

  /** One try. Never throws for what the other side does or fails to do. */
  abstract send(mail: MailToSend, at: Date): Promise<Delivery>;

  /** Asks whether addresses with letters outside ASCII before the `@` are taken; null when nobody answers. */
  abstract speaksSmtpUtf8(): Promise<boolean | null>;

  /** Lets go of its connections; those that are sending are cut off when `force` is set. */
  abstract close(force: boolean): void;
}
