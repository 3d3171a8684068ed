import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as the server on the other side got it. */
export interface ReceivedMail {
  /** Envelope sender. */
  readonly from: string;
  /** Envelope recipients. */
  readonly to: readonly string[];
  readonly email: Email;
  /** Byte for byte. */
  readonly raw: string;
}

/** What the server answers: a reply code that refuses, or null to accept. */
type Answer = number | null;

/** A real mail server on loopback whose answers a test decides. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** The recipients as the commands named them: the server reads `xn--` for us otherwise. */
  readonly namedRecipients: string[] = [];
  /** Asked at MAIL FROM. */
  answerSender: (address: string) => Answer = () => null;
  /** Asked at RCPT TO. */
  answerRecipient: (address: string) => Answer = () => null;
  /** Asked when the text has come. */
  answerText: (address: string) => Answer = () => null;
  /** What it says to whom it refuses. */
  words: (address: string) => string = () => 'Not now';
  /** Awaited when the text has come, before it is accepted. */
  beforeAccepting: () => Promise<void> = () => Promise.resolve();
  /** Asked after the text has come: true keeps the mail but breaks the connection without a reply. */
  diesAfterText: (address: string) => boolean = () => false;

  /** Whether it takes letters outside ASCII before the @; for connections after the next start. */
  speaksSmtpUtf8 = true;

  private readonly sockets = new Set<Socket>();
  private server: SMTPServer | null = null;
  private port = 0;

  /** Listens, on the same port as before if it has listened before. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: { debug: (_entry: unknown, from: unknown, line: unknown) => this.hear(from, line) },
      hideSMTPUTF8: !this.speaksSmtpUtf8,
      onMailFrom: ({ address }, _session, done) =>
        done(this.refusal(address, this.answerSender(address))),
      onRcptTo: ({ address }, _session, done) =>
        done(this.refusal(address, this.answerRecipient(address))),
      onData: (stream, session, done) => {
        buffer(stream)
          .then((raw) => this.take(raw, session))
          .then((refused) => done(refused), done);
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.server.address() as AddressInfo;
    this.port = address.port;
  }

  /** Refuses connections from now on, and breaks those that are open. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Accepts everything again and forgets what it has got. */
  reset(): void {
    this.received.length = 0;
    this.namedRecipients.length = 0;
    this.answerSender = () => null;
    this.answerRecipient = () => null;
    this.answerText = () => null;
    this.words = () => 'Not now';
    this.beforeAccepting = () => Promise.resolve();
    this.diesAfterText = () => false;
  }

  /** For the setting `SMTP_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  private hear(from: unknown, line: unknown): void {
    const named = from === 'C:' && typeof line === 'string' ? /^RCPT TO:<(.*?)>/.exec(line) : null;
    if (named?.[1] !== undefined) this.namedRecipients.push(named[1]);
  }

  private refusal(address: string, code: Answer): Error | null {
    if (code === null) return null;
    return Object.assign(new Error(this.words(address)), { responseCode: code });
  }

  private async take(raw: Buffer, session: SMTPServerSession): Promise<Error | null> {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const [first = ''] = to;
    const refused = this.refusal(first, this.answerText(first));
    if (refused) return refused;
    const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
    this.received.push({ from, to, email: await PostalMime.parse(raw), raw: raw.toString() });
    await this.beforeAccepting();
    if (to.some((address) => this.diesAfterText(address)))
      for (const socket of this.sockets) socket.destroy();
    return null;
  }
}
