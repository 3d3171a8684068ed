import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { MailReach } from '../../src/platform/mail/mail-reach.service.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrol, formOf, openRound, typeCode } from '../support/enrolling.js';
import { fillInterest, interested } from '../support/interest.js';
import { MailServer } from '../support/mail-server.js';
import { production } from '../support/production.js';
import { askForLink } from '../support/signing-in.js';

const ASA = 'åsa@exempel.test';
const REFUSED =
  'Vi kan bara mejla till adresser som har bokstäverna a–z före @, inte till exempel å, ä eller ö. Skriv en annan adress, eller ring oss.';

describeOnBothDatabases('An address that our mail server cannot reach', (database) => {
  const server = new MailServer();
  server.speaksSmtpUtf8 = false;
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  const story = useApp(database, {
    settings: {
      ...production({ DEMO: '0' }),
      get SMTP_URL() {
        return server.url;
      },
    },
  });

  beforeAll(() => story.db().transaction((em) => openRound(em, { slug: 'tisdagar' })));

  const sendDue = () => story.app().get(MailWorker).sendDue();
  const rows = (email: string) => story.db().read.findBy(Enrolment, { email });
  const codeMailedTo = (email: string) => {
    const mail = server.received.findLast(({ to }) => to.includes(email));
    return /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail?.email.text ?? '')?.[0] ?? '';
  };
  const visit = (path: string) => story.visitor().get(path);

  /** Before anybody knows what the server takes: this story comes first. */
  it('is told on the page of the code once it has shown, with another address and a call', async () => {
    const browser = story.visitor();
    const sent = await enrol(browser, 'tisdagar', { firstName: 'Åsa', email: ASA });
    expect(sent.heading).toBe('Skriv koden från mejlet');
    await sendDue();
    const page = await browser.get(`${formOf('tisdagar')}/kod`);
    expect(page.text).toContain(`Vårt mejl gick inte att lämna till ${ASA}`);
    expect(page.text).not.toContain('Vi har skickat');
    expect([page.status, page.errors]).toEqual([200, [REFUSED]]);
    expect(page.$('main details[open]')).toHaveLength(1);
    expect(page.text).not.toContain('Skicka ny kod');
    expect((await page.follow('Be oss ringa dig i stället')).heading).toBe('Då ringer vi dig');
    const form = page.form('Byt adress och skicka ny kod');
    const again = await form.fill('Ny e-postadress', 'ÅSA@exempel.test').submit();
    expect([again.status, again.errors]).toEqual([422, [REFUSED]]);
    const changed = await again
      .form('Byt adress och skicka ny kod')
      .fill('Ny e-postadress', 'asa@exempel.test')
      .submit();
    expect(changed.text).toContain('Vi har skickat ett mejl till asa@exempel.test');
    await sendDue();
    const place = await typeCode(changed, codeMailedTo('asa@exempel.test'));
    expect(place.heading).toBe('Du har en plats');
  });

  it('is refused in every form once it is known, and holds no seat', async () => {
    const reach = story.app().get(MailReach);
    expect(reach.reaches(ASA)).toBe(false);
    const other = 'björn@exempel.test';
    const answer = await enrol(story.visitor(), 'tisdagar', { firstName: 'Björn', email: other });
    expect([answer.status, answer.errors]).toEqual([422, [REFUSED]]);
    expect(answer.form('Skicka anmälan').value('E-postadress')).toBe(other);
    expect(await rows(other)).toEqual([]);

    const { addPlanned } = interested(story);
    await addPlanned({ slug: 'vanta' });
    const listed = fillInterest(await visit('/sv/kurser/vanta/intresse'), 'Björn', other);
    expect((await listed.submit()).errors).toEqual([REFUSED]);
  });

  it('is refused together with what else is wrong', async () => {
    const form = (await visit(formOf('tisdagar'))).form('Skicka anmälan');
    const answer = await form.fill('E-postadress', ASA).submit();
    expect(answer.errors).toEqual([
      'Skriv vad du vill kallas i gruppen',
      REFUSED,
      'Välj hur gammalt barnet är',
    ]);
  });

  it('looks like any other where somebody signs in', async () => {
    const pages = [];
    for (const email of [ASA, 'nobody@exempel.test']) {
      const page = await askForLink(story.visitor(), email);
      const step = /name="step" value="[^"]*"/;
      pages.push([page.status, page.body.replaceAll(email, '').replace(step, '')]);
    }
    expect(pages[0]).toEqual(pages[1]);
  });

  it('is any with letters outside ASCII before the @ only', async () => {
    const email = 'kontakt@åsa.test';
    const browser = story.visitor();
    const page = await enrol(browser, 'tisdagar', { firstName: 'Kontakt', email });
    await sendDue();
    expect(server.namedRecipients).toContain('kontakt@xn--sa-xia.test');
    expect((await typeCode(page, codeMailedTo(email))).heading).toBe('Du har en plats');

    const details = await browser.get('/sv/mina-kurser/uppgifter');
    const change = details.form('Mejla en kod till den nya adressen');
    const answer = await change.fill('Ny e-postadress', ASA).submit();
    expect([answer.status, answer.errors]).toEqual([422, [REFUSED]]);
  });
});
