import { afterEach, expect, it } from '@jest/globals';

import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { MailProcess, message, useMail } from '../support/mail-process.js';
import { production } from '../support/production.js';
import { ServerProcess } from '../support/server-process.js';

/** As long as a person stands waiting for a code. */
const PATIENCE_MINUTES = 1;
/** More than a server sends at once: some are in hand and have not begun to leave. */
const MAILS = 9;

let killed: ServerProcess | undefined;
afterEach(() => killed?.kill());

describeOnBothDatabases('A server that is killed with mails in hand', (database) => {
  const { worker, server } = useMail(database);

  it('has them sent by the next one within a minute, at most once more, as the same mails', async () => {
    const kept: string[] = [];
    const inHand = new Promise<void>((resolve) => {
      server.beforeAccepting = () => {
        kept.push('text');
        // Five connections; whoever sent them learns nothing any more.
        if (kept.length === 5) resolve();
        return new Promise(() => undefined);
      };
    });
    worker.clock.set(new Date());
    const keys = Array.from({ length: MAILS }, (_, index) => `anna${index}`);
    await worker.queue(...keys.map((key) => message(key, { secret: true })));
    killed = await ServerProcess.start({
      ...production({ SMTP_URL: server.url }),
      DATABASE_URL: database.url,
    });
    await inHand;
    await killed.kill();
    const killedAt = new Date();

    server.beforeAccepting = () => Promise.resolve();
    const next = new MailProcess();
    await next.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
    next.clock.set(killedAt);
    await next.sendDue();
    expect(server.received).toHaveLength(5);
    next.clock.advance({ minutes: PATIENCE_MINUTES });
    await next.sendDue();
    // Nothing is left for later.
    next.clock.advance({ minutes: 10 });
    await next.sendDue();
    await next.close();

    const mails = await worker.db.read.find(OutgoingMail);
    expect(mails).toHaveLength(MAILS);
    for (const { state, sentAt, messageId } of mails) {
      expect([state, sentAt]).toEqual(['sent', new Date(killedAt.getTime() + 60_000)]);
      const copies = server.received.filter(({ email }) => email.messageId === messageId);
      expect(copies.length).toBeGreaterThanOrEqual(1);
      expect(copies.length).toBeLessThanOrEqual(2);
    }
    expect(server.received).toHaveLength(MAILS + 5);
  });
});
