import { describe, expect, it } from '@jest/globals';

import { DatabaseUnavailable } from '../../src/platform/database/errors.js';
import { MailChannel } from '../../src/platform/mail/mail-channel.js';
import { MailClaims } from '../../src/platform/mail/mail-claims.service.js';
import { MailResume } from '../../src/platform/mail/mail-resume.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { lockAgainstWriting } from '../support/locks.js';
import { MailProcess, message, START, useMail } from '../support/mail-process.js';

describeOnBothDatabases('mail in trouble', (database) => {
  const { worker, server } = useMail(database);

  describe('when the server refuses', () => {
    it('waits a minute for a greylisting server and comes back with the same Message-ID', async () => {
      let asked = 0;
      server.answerRecipient = () => (asked++ === 0 ? 451 : null);
      await worker.queue(message('anna'));
      await worker.sendDue();
      const retry = await worker.mail('anna');
      expect(retry).toMatchObject({ state: 'retry', attempts: 1, lastError: '451 at RCPT TO' });

      await worker.sendDue();
      expect(asked).toBe(1);
      worker.clock.set(retry.dueAt);
      await worker.sendDue();
      expect(server.received.map(({ email }) => email.messageId)).toEqual([retry.messageId]);
      expect(await worker.mail('anna')).toMatchObject({ state: 'sent', possibleDuplicate: false });
    });

    it('gives up after a day of being put off', async () => {
      server.answerRecipient = () => 450;
      await worker.queue(message('anna', { secret: true }));
      let mail = await worker.mail('anna');
      do {
        worker.clock.set(mail.dueAt);
        await worker.sendDue();
        mail = await worker.mail('anna');
      } while (mail.state === 'retry');
      expect(mail).toMatchObject({ state: 'dead', text: null });
      const tried = worker.clock.now().getTime() - new Date(START).getTime();
      expect(tried).toBeGreaterThan(16 * 3_600_000);
      expect(tried).toBeLessThanOrEqual(24 * 3_600_000);
    });

    it('gives up at once when refused for good, and sends the others', async () => {
      server.answerRecipient = (address) => (address.startsWith('anna') ? 550 : null);
      await worker.queue(message('anna'), message('bo'), message('cia'));
      await worker.sendDue();
      expect(await worker.mail('anna')).toMatchObject({
        state: 'dead',
        lastError: '550 at RCPT TO',
      });
      expect(server.received).toHaveLength(2);
      expect(worker.app.get(MailChannel).troubled).toBe(false);
    });

    it('keeps every mail when it is our sender address that is refused', async () => {
      server.answerSender = () => 553;
      await worker.queue(message('anna'), message('bo'));
      await worker.sendDue();
      expect(await worker.mail('anna')).toMatchObject({ state: 'queued', attempts: 0 });
      expect(await worker.mail('bo')).toMatchObject({ state: 'queued', attempts: 0 });
      expect(worker.app.get(MailChannel).troubled).toBe(true);
    });
  });

  describe('when the server cannot be reached', () => {
    it('pauses, burns no attempts and goes on when it is back', async () => {
      const channel = worker.app.get(MailChannel);
      const keys = Array.from({ length: 20 }, (_, index) => `anna${index}`);
      await worker.queue(...keys.map((key) => message(key)));
      await server.stop();
      await worker.sendDue();

      const paused = await worker.db.read.find(OutgoingMail);
      expect(paused.map(({ state, attempts }) => ({ state, attempts }))).toEqual(
        keys.map(() => ({ state: 'queued', attempts: 0 })),
      );
      const until = channel.pausedUntil;
      expect(until).not.toBeNull();

      await server.start();
      await worker.sendDue();
      expect(server.received).toHaveLength(0);
      worker.clock.set(until ?? START);
      await worker.sendDue();
      expect(server.received).toHaveLength(20);
      expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(20);
      expect(channel.troubled).toBe(false);
    });
  });

  describe('when it cannot be known whether the mail arrived', () => {
    it('sends it once more after five minutes, with the same Message-ID, and marks it', async () => {
      let deaths = 0;
      server.diesAfterText = () => deaths++ === 0;
      await worker.queue(message('anna'));
      await worker.sendDue();
      expect(await worker.mail('anna')).toMatchObject({ state: 'sending' });

      worker.clock.advance({ minutes: 4 });
      await worker.sendDue();
      expect(server.received).toHaveLength(1);
      worker.clock.advance({ minutes: 1 });
      await worker.sendDue();
      const { messageId, ...mail } = await worker.mail('anna');
      expect(mail).toMatchObject({ state: 'sent', possibleDuplicate: true, attempts: 0 });
      expect(server.received.map(({ email }) => email.messageId)).toEqual([messageId, messageId]);
    });

    it('gives up the second time, so that nobody gets a third copy', async () => {
      server.diesAfterText = () => true;
      await worker.queue(message('anna'), message('bo'));
      for (let round = 0; round < 5; round += 1) {
        await worker.sendDue();
        worker.clock.advance({ minutes: 5 });
      }
      for (const key of ['anna', 'bo']) {
        expect(await worker.mail(key)).toMatchObject({ state: 'dead', possibleDuplicate: true });
        expect(server.received.filter(({ to }) => to.includes(`${key}@mail.test`))).toHaveLength(2);
      }
    });

    it('takes over from a worker that died with mails in hand', async () => {
      await worker.queue(message('anna'), message('bo'));
      const dead = new MailProcess();
      await dead.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
      expect(await dead.app.get(MailClaims).take(10)).toHaveLength(2);
      await dead.close();

      await worker.sendDue();
      expect(server.received).toHaveLength(0);
      worker.clock.advance({ minutes: 1 });
      await worker.sendDue();
      expect(server.received).toHaveLength(2);
      expect(await worker.mail('bo')).toMatchObject({ state: 'sent', possibleDuplicate: true });
    });
  });

  it('counts as sent what the server took while the database was locked', async () => {
    await worker.queue(message('anna'));
    let unlock: () => Promise<void> = () => Promise.resolve();
    server.beforeAccepting = async () => {
      unlock = await lockAgainstWriting(database, 'outgoing_mail');
    };
    await expect(worker.sendDue()).rejects.toThrow(DatabaseUnavailable);
    await unlock();
    expect(await worker.mail('anna')).toMatchObject({ state: 'sending' });

    await worker.sendDue();
    worker.clock.advance({ minutes: 5 });
    await worker.sendDue();
    expect(server.received).toHaveLength(1);
    expect(await worker.mail('anna')).toMatchObject({ state: 'sent', possibleDuplicate: false });
  });

  it('leaves mails in hand elsewhere alone when the database was gone, until they can be written down', async () => {
    await worker.queue(message('anna'));
    const other = new MailProcess();
    await other.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
    let unlock: () => Promise<void> = () => Promise.resolve();
    server.beforeAccepting = async () => {
      unlock = await lockAgainstWriting(database, 'outgoing_mail');
    };
    await expect(worker.sendDue()).rejects.toThrow(DatabaseUnavailable);
    other.clock.advance({ minutes: 1 });
    await expect(other.sendDue()).rejects.toThrow(DatabaseUnavailable);
    await unlock();

    // The lease ran out meanwhile, and the other one is the first to get through.
    await other.sendDue();
    expect(server.received).toHaveLength(1);
    await worker.sendDue();
    other.clock.advance({ minutes: 1 });
    await other.sendDue();
    await other.close();
    expect(server.received).toHaveLength(1);
    expect(await worker.mail('anna')).toMatchObject({ state: 'sent', possibleDuplicate: false });
  });

  it('finishes the mails in hand when told to stop, and lets go of the rest', async () => {
    const stopping = new MailProcess();
    await stopping.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
    await worker.queue(...Array.from({ length: 50 }, (_, index) => message(`anna${index}`)));
    let closed: Promise<void> = Promise.resolve();
    server.beforeAccepting = () => {
      if (server.received.length === 1) closed = stopping.close();
      return Promise.resolve();
    };
    await stopping.sendDue();
    await closed;
    const mails = await worker.db.read.find(OutgoingMail);
    expect(mails.filter(({ state }) => state === 'sent')).toHaveLength(server.received.length);
    expect(mails.filter(({ state }) => state === 'queued')).toHaveLength(
      50 - server.received.length,
    );
    expect(server.received.length).toBeLessThan(50);
  });

  it('tries at once what is hurried, and tells what has not left', async () => {
    server.answerRecipient = (address) => (address.startsWith('anna') ? 451 : 550);
    await worker.queue(message('anna'), message('bo'));
    await worker.sendDue();
    const resume = worker.app.get(MailResume);
    expect(await resume.state()).toEqual({ waiting: 1, dead: 1 });
    server.answerRecipient = () => null;
    await resume.hurry();
    await worker.sendDue();
    expect(await resume.state()).toEqual({ waiting: 0, dead: 1 });
  });

  it('shares the work with another process, one copy each', async () => {
    const other = new MailProcess();
    await other.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
    const keys = Array.from({ length: 250 }, (_, index) => `anna${index}`);
    await worker.queue(...keys.map((key) => message(key)));
    await Promise.all([worker.sendDue(), other.sendDue(), worker.sendDue(), other.sendDue()]);
    await other.close();

    const recipients = server.received.flatMap(({ to }) => to);
    expect(recipients).toHaveLength(250);
    expect(new Set(recipients).size).toBe(250);
    expect(await worker.db.read.countBy(OutgoingMail, { state: 'sent' })).toBe(250);
  });
});
