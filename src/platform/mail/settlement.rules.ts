import { LENGTHS } from '../../kernel/lengths.js';
import type { OutgoingMail } from './outgoing-mail.entity.js';

/** How one claimed mail ended, for good or for now. */
export type Verdict =
  | { readonly state: 'sent'; readonly at: Date }
  | { readonly state: 'cancelled' | 'dead'; readonly at: Date; readonly reason: string }
  /** The receiving server put it off: counts as an attempt. */
  | { readonly state: 'retry'; readonly dueAt: Date; readonly reason: string }
  /** Nobody knows whether the server has it: the mail stays in hand until it is sent once more. */
  | { readonly state: 'in-doubt'; readonly dueAt: Date }
  /** It met no server: counts as nothing. */
  | { readonly state: 'untried'; readonly dueAt: Date };

/** What a purged mail has left. */
export const NO_BODY = { html: null, text: null, attachments: null } as const;

/** What is left of a mail that nobody got: neither what it said nor to whom it would have gone. */
export function neverSent(purgedAt: Date): Partial<OutgoingMail> {
  return { ...NO_BODY, recipient: '', mailboxHash: null, originHash: null, purgedAt };
}

/** What the verdict changes in the row of the mail. */
export function settled(
  verdict: Verdict,
  mail: Pick<OutgoingMail, 'attempts' | 'secret'>,
): Partial<OutgoingMail> {
  switch (verdict.state) {
    case 'sent':
      return { state: 'sent', sentAt: verdict.at, lastError: null, ...ended(mail, verdict.at) };
    case 'cancelled':
      return { state: 'cancelled', lastError: short(verdict.reason), ...neverSent(verdict.at) };
    case 'dead':
      return { state: 'dead', lastError: short(verdict.reason), ...ended(mail, verdict.at) };
    case 'retry':
      return {
        state: 'retry',
        dueAt: verdict.dueAt,
        attempts: mail.attempts + 1,
        lastError: short(verdict.reason),
      };
    case 'in-doubt':
      return { dueAt: verdict.dueAt };
    case 'untried':
      return { state: mail.attempts > 0 ? 'retry' : 'queued', dueAt: verdict.dueAt };
  }
}

/** A secret body goes as soon as nobody is going to send it any more. */
function ended(mail: Pick<OutgoingMail, 'secret'>, at: Date): Partial<OutgoingMail> {
  return mail.secret ? { ...NO_BODY, purgedAt: at } : {};
}

function short(reason: string): string {
  return reason.slice(0, LENGTHS.shortText);
}
