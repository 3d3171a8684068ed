import { plainWords } from '../../kernel/fault.js';

/** What became of one try to hand a mail to the mail server. */
export type Delivery =
  /** The server took it; what happens next is its responsibility. */
  | { readonly outcome: 'accepted' }
  /** The server will never take it. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** The server will not take it now. */
  | { readonly outcome: 'deferred'; readonly reason: string }
  /** No server took part, or none that lets us in: this says nothing about the mail. */
  | { readonly outcome: 'unreachable'; readonly reason: string }
  /** The connection broke after the text had begun to leave us: it may have arrived or not. */
  | { readonly outcome: 'in-doubt'; readonly reason: string };

/** What nodemailer tells about a failed try. */
export interface SmtpFailure {
  readonly message: string;
  /** Nodemailer's own code, such as `ECONNECTION` or `EENVELOPE`; none when it broke by itself. */
  readonly code?: string | undefined;
  /** The server's reply code, if it replied. */
  readonly responseCode?: number | undefined;
  /** The server's reply in full. */
  readonly response?: string | undefined;
  /** The command that was answered, `CONN` when none was. */
  readonly command?: string | undefined;
}

/** Replies that mean that our account with the mail server is wrong, whatever command they answer. */
const NOT_LET_IN = new Set([454, 530, 534, 535, 538]);
/** Message too big: the only lasting refusal of the sender line that is about one mail. */
const TOO_BIG = 552;
/** Commands out of order: our session was in a bad state, the mail is not to blame. */
const BAD_SEQUENCE = 503;
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
/** What a server says more precisely (RFC 3463): `550 5.1.1 …` */
const STATUS = /(?<=^\d{3}[ -])[245]\.\d{1,3}\.\d{1,3}(?!\S)/;
/** Nodemailer refused to begin: an address it cannot write, a mail over the server's size limit. */
const MALFORMED = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * What a failed try means. `bodyStarted` tells whether any of the text had left us: from then on
 * only a reply from the server says whether it has the mail.
 */
export function deliveryAfter(failure: SmtpFailure, bodyStarted: boolean): Delivery {
  const reason = reasonOf(failure);
  const reply = failure.responseCode;
  if (reply === undefined) {
    if (bodyStarted) return { outcome: 'in-doubt', reason };
    // A fault in building the mail repeats with that mail only: it must not hold up the others.
    if (failure.code === undefined) return { outcome: 'deferred', reason };
    return { outcome: MALFORMED.has(failure.code) ? 'refused' : 'unreachable', reason };
  }
  if (NOT_LET_IN.has(reply)) return { outcome: 'unreachable', reason };
  // A connection that the server closes with a reply after the text is answered all the same.
  if (!bodyStarted && !ABOUT_THE_MAIL.has(failure.command ?? ''))
    return { outcome: 'unreachable', reason };
  if (reply < 500 || reply === BAD_SEQUENCE) return { outcome: 'deferred', reason };
  // The sender is the same for every mail: refusing it is about us, and must not kill the queue.
  if (failure.command === 'MAIL FROM' && reply !== TOO_BIG)
    return { outcome: 'unreachable', reason };
  return { outcome: 'refused', reason };
}

/** The codes only: the words beside them often repeat the recipient, and this is kept and logged. */
function reasonOf({ message, code, responseCode, response, command }: SmtpFailure): string {
  const words = responseCode === undefined ? (code ?? plainWords(message)) : String(responseCode);
  const status = STATUS.exec(response ?? '')?.[0];
  return [words, ...(status ? [status] : []), ...(command ? ['at', command] : [])].join(' ');
}
