import { beforeEach, expect, it } from '@jest/globals';

import { MailChannel } from '../../src/platform/mail/mail-channel.js';
import { MailReach } from '../../src/platform/mail/mail-reach.service.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { MailProcess, message, START, useMail } from '../support/mail-process.js';

const ASA = 'åsa@mail.test';

describeOnBothDatabases('letters outside ASCII in an address', (database) => {
  const { worker, server } = useMail(database);
  let hours = 0;
  const restart = async (speaks: boolean) => {
    await server.stop();
    server.speaksSmtpUtf8 = speaks;
    await server.start();
    passTime();
  };
  /** What was known of the server is old. */
  const passTime = () => {
    hours += 2;
    worker.clock.set(START);
    worker.clock.advance({ hours });
  };
  /** The first try may meet a connection that the server has left. */
  const sendUntilSent = async (key: string) => {
    for (let tries = 0; (await worker.mail(key)).state !== 'sent'; tries += 1) {
      expect(tries).toBeLessThan(5);
      worker.clock.set((await worker.mail(key)).dueAt);
      await worker.sendDue();
    }
  };
  const reaches = (address = ASA) => worker.app.get(MailReach).reaches(address);

  beforeEach(() => restart(true));

  it('leave for a server that speaks SMTPUTF8', async () => {
    await worker.queue(message('asa', { to: ASA }), message('o', { to: 'björn@räksmörgås.test' }));
    for (const key of ['asa', 'o']) await sendUntilSent(key);
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual(['björn@räksmörgås.test', ASA]);
    expect(reaches()).toBe(true);
  });

  it('are never shown to a server that does not, and the others leave', async () => {
    await restart(false);
    await worker.queue(message('asa', { to: ASA }), message('bo'));
    await sendUntilSent('bo');
    expect(await worker.mail('asa')).toMatchObject({
      state: 'dead',
      lastError: 'The mail server lacks SMTPUTF8',
    });
    expect(server.namedRecipients).toEqual(['bo@mail.test']);
    expect(worker.app.get(MailChannel).troubled).toBe(false);
    expect([reaches(), reaches('bo@mail.test')]).toEqual([false, true]);
  });

  it('in a domain leave for every server, as ASCII', async () => {
    await restart(false);
    await worker.queue(message('asa', { to: 'kontakt@åsa.test' }));
    await sendUntilSent('asa');
    expect(server.namedRecipients).toEqual(['kontakt@xn--sa-xia.test']);
    expect(server.received[0]?.raw).toContain('To: kontakt@xn--sa-xia.test');
    expect(reaches('kontakt@åsa.test')).toBe(true);
  });

  it('wait for a server that is gone, and burn no attempt', async () => {
    await server.stop();
    passTime();
    await worker.queue(message('asa', { to: ASA }));
    await worker.sendDue();
    expect(await worker.mail('asa')).toMatchObject({ state: 'queued', attempts: 0 });
    expect(worker.app.get(MailChannel).troubled).toBe(true);
    await server.start();
    await sendUntilSent('asa');
  });

  it('are asked about anew when the server may have learned it', async () => {
    await restart(false);
    await worker.queue(message('bo'));
    await sendUntilSent('bo');
    expect(reaches()).toBe(false);
    await restart(true);
    expect(reaches()).toBe(false);
    await worker.queue(message('cia'));
    await sendUntilSent('cia');
    expect(reaches()).toBe(true);
  });

  it('are known about from the start, and the start does not wait for a server that is gone', async () => {
    await restart(false);
    const other = new MailProcess();
    await other.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
    try {
      const reach = other.app.get(MailReach);
      expect(reach.reaches(ASA)).toBe(true);
      other.app.get(MailWorker).start();
      await reach.learn();
      expect(reach.reaches(ASA)).toBe(false);
      expect(server.received).toHaveLength(0);
    } finally {
      await other.close();
    }
    await server.stop();
    const later = new MailProcess();
    await later.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
    try {
      later.app.get(MailWorker).start();
      expect(later.app.get(MailReach).reaches(ASA)).toBe(true);
      await server.start();
      await later.queue(message('dan'));
      await later.sendDue();
      expect(later.app.get(MailReach).reaches(ASA)).toBe(false);
    } finally {
      await later.close();
    }
  });
});
