import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.service.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { MailProcess, message, START, useMail } from '../support/mail-process.js';

describeOnBothDatabases('the mail worker', (database) => {
  const { worker, server } = useMail(database);

  describe('when the server takes the mail', () => {
    it('has sent one mail with both texts, from the municipality, marked as automatic', async () => {
      await worker.queue(message('anna'));
      await worker.sendDue();

      expect(server.received).toHaveLength(1);
      const [{ from, to, email }] = server.received as [(typeof server.received)[0]];
      const { messageId } = await worker.mail('anna');
      expect({ from, to }).toEqual({ from: 'kurser@umea.example', to: ['anna@mail.test'] });
      expect(email.from).toMatchObject({ name: 'Umeå, kurser', address: 'kurser@umea.example' });
      expect(email.subject).toBe('Påminnelse: tisdag 17.30');
      expect(email.messageId).toBe(messageId);
      expect(new Date(email.date ?? '')).toEqual(new Date(START));
      const header = (key: string) => email.headers.find((each) => each.key === key)?.value;
      expect(header('auto-submitted')).toBe('auto-generated');
      expect(header('content-language')).toBe('sv');
      expect(email.text).toContain('Tid: tisdag 19 januari 17.30 & framåt');
      expect(email.text).toContain('Du får mejlet för att du har en plats.');
      expect(email.text).toContain('090-16 00 00');
      expect(email.html).toContain('17.30 &amp; framåt');
      expect(email.html).toContain('<html lang="sv" dir="ltr">');
      expect(email.html).not.toMatch(/<img|https?:|\bsrc=/);
    });

    it('notes when, and sends nothing a second time', async () => {
      await worker.queue(message('anna'));
      worker.clock.advance({ minutes: 1 });
      await worker.sendDue();
      await worker.sendDue();

      expect(server.received).toHaveLength(1);
      expect(await worker.mail('anna')).toMatchObject({
        state: 'sent',
        sentAt: new Date('2027-01-18T08:01:00Z'),
        attempts: 0,
        possibleDuplicate: false,
      });
    });

    it('writes Arabic from right to left and keeps the telephone number in order', async () => {
      await worker.queue(message('layla', { language: 'ar' }));
      await worker.sendDue();
      const email = server.received[0]?.email;
      expect(email?.html).toContain('<html lang="ar" dir="rtl">');
      expect(email?.html).toContain(
        '<span dir="ltr" style="white-space:nowrap">090-16 00 00</span>',
      );
      expect(email?.text).toContain('\u2066090-16 00 00\u2069');
    });

    it('sends what comes with it', async () => {
      const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
      const calendar = {
        filename: 'traff.ics',
        contentType: 'text/calendar; charset=utf-8',
        content,
      };
      await worker.queue(message('anna', { attachments: [calendar] }));
      await worker.sendDue();
      const [received] = server.received;
      expect(received?.email.attachments).toMatchObject([
        { filename: 'traff.ics', mimeType: 'text/calendar' },
      ]);
      // Line ends included.
      expect(received?.raw).toContain(Buffer.from(content).toString('base64'));
    });

    it('tells the feature, once, when the server took it', async () => {
      await worker.queue(message('anna', { kind: 'heard', subjectId: 7 }));
      worker.clock.advance({ minutes: 12 });
      await worker.sendDue();
      expect(worker.accepted).toEqual([{ subjectId: 7, at: new Date('2027-01-18T08:12:00Z') }]);
    });

    it('counts the mail as sent even if the feature fails to hear it', async () => {
      await worker.queue(
        message('anna', { kind: 'heard', subjectId: 13 }),
        message('bo', { kind: 'heard', subjectId: 7 }),
      );
      await worker.sendDue();
      await worker.sendDue();
      expect(server.received).toHaveLength(2);
      expect(await worker.mail('anna')).toMatchObject({ state: 'sent' });
      expect(await worker.mail('bo')).toMatchObject({ state: 'sent' });
    });

    it('forgets a secret body at once, addresses of strangers after two days, other bodies after thirty', async () => {
      await worker.queue(message('anna', { secret: true }), message('bo'));
      await worker.sendDue();
      expect(server.received).toHaveLength(2);
      expect(await worker.mail('anna')).toMatchObject({ state: 'sent', html: null, text: null });

      worker.clock.advance({ days: 2 });
      await worker.app.get(Jobs).runDue(worker.clock.now());
      expect((await worker.mail('bo')).recipient).toBe('bo@mail.test');
      worker.clock.advance({ minutes: 1 });
      await worker.app.get(Jobs).runDue(worker.clock.now());
      expect((await worker.mail('bo')).recipient).toBe('');

      worker.clock.advance({ days: 27, hours: 23, minutes: 59 });
      await worker.app.get(Jobs).runDue(worker.clock.now());
      expect((await worker.mail('bo')).text).toContain('Tid');
      worker.clock.advance({ minutes: 1 });
      await worker.app.get(Jobs).runDue(worker.clock.now());
      expect(await worker.mail('bo')).toMatchObject({
        state: 'sent',
        html: null,
        text: null,
        attachments: null,
        recipient: '',
      });
    });

    it('is woken by the commit that queued the mail', async () => {
      const other = new MailProcess();
      await other.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
      other.app.get(MailWorker).start();
      await other.queue(message('anna'));
      while (server.received.length === 0) await sleep(10);
      await other.close();
      expect(await worker.mail('anna')).toMatchObject({ state: 'sent' });
    });
  });

  describe('what is never sent', () => {
    it('is a mail of a transaction that was rolled back', async () => {
      const failing = worker.db.transaction(async (em) => {
        await worker.app.get(Outbox).queue(em, message('anna'));
        throw new Error('something else went wrong');
      });
      await expect(failing).rejects.toThrow('something else');
      await worker.sendDue();
      expect(server.received).toHaveLength(0);
      expect(await worker.db.read.count(OutgoingMail)).toBe(0);
    });

    it('is the same mail again, under the same key', async () => {
      await worker.queue(message('anna'));
      await worker.queue(message('anna', { subject: 'Something else' }), message('bo'));
      await worker.sendDue();
      expect(server.received.map(({ email }) => email.subject)).toEqual([
        'Påminnelse: tisdag 17.30',
        'Påminnelse: tisdag 17.30',
      ]);
      expect(server.received.flatMap(({ to }) => to).sort()).toEqual([
        'anna@mail.test',
        'bo@mail.test',
      ]);
    });

    it('is a mail that no longer applies, or comes too late', async () => {
      await worker.queue(
        message('anna', { subjectId: 1, secret: true }),
        message('bo', { notAfter: new Date('2027-01-18T09:00:00Z') }),
        message('cia'),
      );
      worker.stillApplies = ({ subjectId }) => subjectId !== 1;
      worker.clock.set('2027-01-18T09:00:01Z');
      await worker.sendDue();
      expect(server.received.flatMap(({ to }) => to)).toEqual(['cia@mail.test']);
      expect(await worker.mail('anna')).toMatchObject({ state: 'cancelled', text: null });
      expect(await worker.mail('bo')).toMatchObject({ state: 'cancelled' });
    });

    it('is a mail of a kind nobody knows, or with a line break in a header', async () => {
      await expect(worker.queue(message('anna', { kind: 'unknown' }))).rejects.toThrow('unknown');
      const header = message('anna', { subject: 'Hej\r\nBcc: everyone@mail.test' });
      await expect(worker.queue(header)).rejects.toThrow('Control character');
    });
  });

  it('keeps mails in the database instead, in the demo', async () => {
    const demo = new MailProcess();
    await demo.open({ DATABASE_URL: database.url, DEMO: '1' });
    await demo.queue(message('anna', { secret: true }));
    await demo.sendDue();
    expect(server.received).toHaveLength(0);
    const [mail] = await demo.db.read.find(DemoMail);
    expect(mail).toMatchObject({
      recipient: 'anna@mail.test',
      language: 'sv',
      sentAt: new Date(START),
    });
    expect(mail?.text).toContain('Tid');
    expect(await demo.mail('anna')).toMatchObject({ state: 'sent', text: null });
    await demo.close();
  });
});
