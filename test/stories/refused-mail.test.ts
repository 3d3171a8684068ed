import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';

import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrol, formOf, openRound, typeCode } from '../support/enrolling.js';
import { MailServer } from '../support/mail-server.js';
import { production } from '../support/production.js';
import { askForLink, typeSignInCode } from '../support/signing-in.js';

const SENT = 'Vi har skickat ett mejl till';
const REFUSED = 'Vårt mejl gick inte att lämna till';

describeOnBothDatabases('A mail with a code that is refused for good', (database) => {
  const server = new MailServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  beforeEach(() => server.reset());
  const story = useApp(database, {
    settings: {
      ...production({ DEMO: '0' }),
      get SMTP_URL() {
        return server.url;
      },
    },
  });
  let roundId = 0;
  beforeAll(async () => {
    const round = await story.db().transaction((em) => openRound(em, { slug: 'tisdagar' }));
    roundId = round.roundId;
  });

  const send = () => story.app().get(MailWorker).sendDue();
  const codeTo = (address: string) => {
    const mail = server.received.findLast(({ to }) => to.includes(address));
    return /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail?.email.text ?? '')?.[0] ?? 'none';
  };
  const states = async () => (await story.db().read.find(OutgoingMail)).map(({ state }) => state);

  it('is told on the code page, which opens the way to another address', async () => {
    server.answerRecipient = (address) => (address === 'ama@exempel.test' ? 550 : null);
    const browser = story.visitor();
    const first = await enrol(browser, 'tisdagar', { firstName: 'ama' });
    expect(first.text).toContain(SENT);
    expect(first.$('details.ds-details').attr('open')).toBeUndefined();
    await send();

    const page = await browser.get(first.path);
    expect([page.status, page.title]).toEqual([200, expect.stringMatching(/^Fel: /)]);
    expect(page.text).toContain(`${REFUSED} ama@exempel.test`);
    expect(page.text).not.toContain(SENT);
    expect(page.errors).toEqual([
      'Vårt mejl kom inte fram till adressen. Ändra den om den är felskriven.',
    ]);
    expect(page.$('[data-error-summary] a').attr('href')).toBe('#email');
    expect(page.$('main details.ds-details').attr('open')).toBeDefined();
    expect(page.$('#email').val()).toBe('ama@exempel.test');
    expect(page.$('#email').attr('aria-invalid')).toBe('true');
    expect(page.href('Be oss ringa dig i stället')).toBe(`/sv/ring-mig?omgang=${String(roundId)}`);
    expect(page.text).not.toContain('Skicka ny kod');

    const mended = await page
      .form('Byt adress och skicka ny kod')
      .fill('Ny e-postadress', 'amina@exempel.test')
      .submit();
    for (const normal of [mended, (await send(), await browser.get(first.path))]) {
      expect([normal.status, normal.errors]).toEqual([200, []]);
      expect(normal.text).toContain(`${SENT} amina@exempel.test`);
      expect(normal.text).toContain('Skicka ny kod');
      expect(normal.$('main details.ds-details').attr('open')).toBeUndefined();
    }
    const place = await typeCode(mended, codeTo('amina@exempel.test'));
    expect(place.heading).toBe('Du har en plats');
  });

  it('is told where another was asked for on a page that stood open, instead of sending it', async () => {
    server.answerRecipient = () => 550;
    const open = await enrol(story.visitor(), 'tisdagar', { firstName: 'britta' });
    await send();
    story.clock.advance({ minutes: 2 });
    const mails = (await states()).length;
    const again = await open.press('Skicka ny kod');
    expect(again.text).toContain(REFUSED);
    expect(again.text).not.toContain('på väg');
    expect(await states()).toHaveLength(mails);

    // The address was right, and the mail server was wrong: it is tried again when that is asked for.
    server.reset();
    const tried = await again.form('Byt adress och skicka ny kod').submit();
    expect(tried.text).toContain(SENT);
    await send();
    const place = await typeCode(tried, codeTo('britta@exempel.test'));
    expect(place.heading).toBe('Du har en plats');
  });

  it('is told too when the text is refused, also beside a code that was typed wrong', async () => {
    server.answerText = () => 554;
    const page = await enrol(story.visitor(), 'tisdagar', { firstName: 'cecilia' });
    await send();
    const wrong = await typeCode(page, 'AAAA-AAAA');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(REFUSED);
    expect(wrong.errors).toHaveLength(2);
  });

  it('is told in the other languages', async () => {
    server.answerRecipient = () => 550;
    for (const [language, words] of [
      ['en', 'We could not deliver our e-mail to'],
      ['ar', 'لم نتمكن من إيصال رسالتنا إلى'],
    ] as const) {
      const browser = story.visitor();
      await enrol(browser, 'tisdagar', { firstName: `dora${language}` });
      await send();
      const page = await browser.get(`${formOf('tisdagar', language)}/kod`);
      expect(page.text).toContain(words);
    }
  });

  it('is not told while the server only puts it off, nor of a mail that is not sent at all', async () => {
    server.answerRecipient = () => 450;
    const browser = story.visitor();
    const page = await enrol(browser, 'tisdagar', { firstName: 'elsa' });
    await send();
    expect((await browser.get(page.path)).text).toContain(SENT);
    server.reset();
    story.clock.advance({ hours: 1, minutes: 59 });
    await story
      .db()
      .transaction((em) =>
        em.update(OutgoingMail, { state: 'retry' }, { notAfter: story.clock.now() }),
      );
    story.clock.advance({ minutes: 0.5 });
    await send();
    expect(await states()).toContain('cancelled');
    expect((await browser.get(page.path)).text).toContain(SENT);
  });

  it('changes nothing for whoever signs in, known or not', async () => {
    const known = await enrol(story.visitor(), 'tisdagar', { firstName: 'frida' });
    await send();
    await typeCode(known, codeTo('frida@exempel.test'));
    server.answerRecipient = () => 550;
    const seen: string[][] = [];
    for (const name of ['frida', 'gerda']) {
      const browser = story.visitor();
      const page = await askForLink(browser, `${name}@exempel.test`);
      await send();
      const later = await browser.get(page.path);
      const wrong = await typeSignInCode(later, 'AAAA-AAAA');
      seen.push([page, later, wrong].map(({ bodyForAll }) => bodyForAll.replaceAll(name, 'NAME')));
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.join()).not.toContain('gick inte');
  });
});
