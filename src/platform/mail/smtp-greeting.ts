import { createTransport } from 'nodemailer';

/** How the mail server is met, whatever is wanted from it. */
export function smtpOptions(url: string) {
  return {
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * Whether the mail server takes addresses with letters outside ASCII before the `@`; null when it could not
 * be asked. One connection, as a mail would have it: what a server offers may change with encryption.
 */
export async function speaksSmtpUtf8(url: string): Promise<boolean | null> {
  const greeting = new Greeting();
  const logger = { debug: greeting.hear };
  const transport = createTransport({ ...smtpOptions(url), logger, transactionLog: true });
  try {
    await transport.verify();
    return /^250[ -]SMTPUTF8\b/im.test(greeting.answer);
  } catch {
    return null;
  } finally {
    transport.close();
  }
}

/** Picks what the server answered to the last EHLO out of the log of a connection. */
class Greeting {
  answer = '';
  private asked = false;

  readonly hear = (entry: unknown, line: unknown): void => {
    if (typeof entry !== 'object' || entry === null || typeof line !== 'string') return;
    const from = 'tnx' in entry ? entry.tnx : null;
    if (from === 'server' && this.asked) this.answer = line;
    if (from === 'server' || from === 'client')
      this.asked = from === 'client' && /^(?:EHLO|HELO) /.test(line);
  };
}
