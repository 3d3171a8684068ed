import { beforeAll, expect, it, jest } from '@jest/globals';
import { CalendarFeed } from '../../src/enrolments/calendar-feed.entity.js';
import { CalendarFeeds } from '../../src/enrolments/calendar-feeds.service.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { PersonMail } from '../../src/enrolments/person-mail.service.js';
import { AddressChange } from '../../src/my-courses/address-change.entity.js';
import { AddressChanges } from '../../src/my-courses/address-changes.service.js';
import { detailsChangedMail } from '../../src/my-courses/details.mails.js';
import { SignInProof } from '../../src/my-courses/sign-in-proof.entity.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { BrowserSession } from '../../src/platform/web/session/browser-session.entity.js';
import { BrowserSessions } from '../../src/platform/web/session/browser-sessions.service.js';
import { Translations } from '../../src/platform/web/translations.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo } from '../support/enrolling.js';
import { addGroup } from '../support/group.js';
import { askForLink, signInByCode, signInProofFor } from '../support/signing-in.js';

const NAMES = 'Amina Bo Cilla Dag Eva'.split(' ');
const DETAILS = '/sv/mina-kurser/uppgifter';

describeOnBothDatabases('A changed address', (database) => {
  const story = useApp(database);

  beforeAll(async () => {
    await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'tisdagar',
        meetings: [{ date: '2027-01-19' }],
        people: [
          ...NAMES.map((firstName) => ({ firstName })),
          { firstName: 'Bo', email: 'bo2@exempel.test' },
        ],
      }),
    );
  });

  const old = (firstName: string) => `${firstName.toLowerCase()}@exempel.test`;
  const fresh = (firstName: string) => `${firstName.toLowerCase()}@nytt.test`;
  const personOf = (firstName: string) =>
    story.db().read.findOneByOrFail(Participant, { firstName, email: old(firstName) });
  const codeIn = async (address: string) =>
    /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(
      (await mailsTo(story.app(), address)).at(-1)?.text ?? '',
    )?.[0] ?? '';

  /** Everything that an address can still get or open, made for somebody signed in twice. */
  async function lived(firstName: string) {
    const { id } = await personOf(firstName);
    const [home, library] = [story.visitor(), story.visitor()];
    await signInByCode(story.app(), library, old(firstName));
    const page = await signInByCode(story.app(), home, old(firstName), DETAILS);
    await askForLink(story.visitor(), old(firstName));
    const { link } = await signInProofFor(story.app(), old(firstName));
    const token = await story.app().get(CalendarFeeds).create(id);
    const facts = { participantId: id, at: story.clock.now(), phone: '1' };
    const mail = detailsChangedMail(facts, story.app().get(Translations).locale('sv'));
    await story.db().transaction((em) => story.app().get(PersonMail).queue(em, id, mail, null));
    return { id, home, library, page, link, feed: `/sv/kalender/${token}` };
  }

  /** What of the old address is alive. */
  async function alive(id: number, firstName: string) {
    const db = story.db().read;
    return {
      email: (await db.findOneByOrFail(Participant, { id })).email,
      enrolled: (await db.findOneByOrFail(Enrolment, { participantId: id })).email,
      mails: await db.countBy(OutgoingMail, { recipient: old(firstName), state: 'queued' }),
      proofs: (await db.findBy(SignInProof, { email: old(firstName) })).filter(
        ({ voidedAt, finishedAt }) => voidedAt === null && finishedAt === null,
      ).length,
      feeds: await db.countBy(CalendarFeed, { participantId: id }),
      browsers: await db.countBy(BrowserSession, { ownerKind: 'participant', ownerId: id }),
    };
  }

  it('counts from when it is proved, and everything of the old one dies with it', async () => {
    const { id, home, library, page, link, feed } = await lived('Amina');
    const code = await page
      .form('Mejla en kod till den nya adressen')
      .fill('Ny e-postadress', fresh('Amina'))
      .submit();
    expect(code.heading).toBe('Skriv koden från den nya adressen');
    expect(await alive(id, 'Amina')).toMatchObject({ email: old('Amina'), feeds: 1, browsers: 2 });
    const typed = await code
      .form('Byt adress')
      .fill('Kod från mejlet', await codeIn(fresh('Amina')))
      .submit();
    expect(typed.body).toContain('Klart. Din nya adress gäller nu.');
    const { mails, ...rest } = await alive(id, 'Amina');
    expect(rest).toEqual({
      ...{ email: fresh('Amina'), enrolled: fresh('Amina') },
      ...{ proofs: 0, feeds: 0, browsers: 1 },
    });
    // Only the news that it is an address no longer.
    expect(mails).toBe(1);
    expect((await home.get('/sv/mina-kurser')).heading).toBe('Mina kurser');
    expect((await library.get('/sv/mina-kurser')).heading).toBe('Logga in på Mina kurser');
    expect((await story.visitor().get(link)).status).toBe(410);
    expect((await story.visitor().get(feed)).status).toBe(404);
  });

  it('is told to the old one, which never learns the new one', async () => {
    const mails = await mailsTo(story.app(), old('Amina'));
    expect(mails.at(-1)?.text).toContain('Den här adressen används inte längre hos oss.');
    for (const { subject, text, html } of mails)
      expect(`${subject}${text}${html}`).not.toContain('nytt.test');
    const [proof] = await mailsTo(story.app(), fresh('Amina'));
    expect(`${proof?.text ?? ''}${proof?.html ?? ''}`).not.toMatch(/Amina|amina@exempel|Kursen/);
  });

  it('is told to nobody when one wants no mail about it', async () => {
    const { id, page } = await lived('Bo');
    await mailsTo(story.app(), old('Bo'));
    const before = (await mailsTo(story.app(), old('Bo'))).length;
    const code = await page
      .form('Mejla en kod till den nya adressen')
      .fill('Ny e-postadress', fresh('Bo'))
      .choose('Skicka inget mejl om det här')
      .submit();
    await code
      .form('Byt adress')
      .fill('Kod från mejlet', await codeIn(fresh('Bo')))
      .submit();
    expect((await alive(id, 'Bo')).email).toBe(fresh('Bo'));
    expect(await mailsTo(story.app(), old('Bo'))).toHaveLength(before);
  });

  it('changes nothing at all when the last of it fails', async () => {
    const { id } = await lived('Cilla');
    const before = await alive(id, 'Cilla');
    const changer = { participantId: id, sessionId: 'none' };
    const changes = story.app().get(AddressChanges);
    await changes.ask(changer, {
      email: fresh('Cilla'),
      silent: false,
      language: 'sv',
      from: '203.0.113.1',
    });
    const code = (await codeIn(fresh('Cilla'))).replace('-', '');
    const sessions = story.app().get(BrowserSessions);
    const fails = jest.spyOn(sessions, 'endOthers').mockRejectedValueOnce(new Error('no power'));
    await expect(changes.confirm(changer, code)).rejects.toThrow('no power');
    fails.mockRestore();
    expect(await alive(id, 'Cilla')).toEqual({ ...before, mails: 0 });
    expect(await changes.confirm(changer, code)).toEqual({ kind: 'changed' });
  });

  it('needs its code within 30 minutes and five tries, and is asked for five times a day', async () => {
    const { id: participantId } = await personOf('Dag');
    const changes = story.app().get(AddressChanges);
    const ask = (email: string) =>
      changes.ask(
        { participantId, sessionId: 'none' },
        { email, silent: true, language: 'sv', from: '203.0.113.1' },
      );
    const confirm = (code: string) => changes.confirm({ participantId, sessionId: 'none' }, code);
    await ask('dag1@nytt.test');
    const late = (await codeIn('dag1@nytt.test')).replace('-', '');
    story.clock.advance({ minutes: 30 });
    expect(await confirm(late)).toEqual({ kind: 'expired' });
    await ask('dag2@nytt.test');
    const right = (await codeIn('dag2@nytt.test')).replace('-', '');
    for (const triesLeft of [4, 3, 2, 1])
      expect(await confirm('AAAAAAAA')).toEqual({ kind: 'wrong', triesLeft });
    expect(await confirm('AAAAAAAA')).toEqual({ kind: 'used-up' });
    expect(await confirm(right)).toEqual({ kind: 'used-up' });
    await ask('dag3@nytt.test');
    expect(await confirm(right)).toMatchObject({ kind: 'wrong' });
    await ask('dag4@nytt.test');
    await ask('dag5@nytt.test');
    await expect(ask('dag6@nytt.test')).rejects.toMatchObject({ code: 'too-many' });
    expect((await personOf('Dag')).email).toBe(old('Dag'));
  });

  it('is refused where somebody of the same name has it, after the mailbox is proved', async () => {
    const { id } = await story
      .db()
      .read.findOneByOrFail(Participant, { firstName: 'Bo', email: 'bo2@exempel.test' });
    const changes = story.app().get(AddressChanges);
    await changes.ask(
      { participantId: id, sessionId: 'none' },
      { email: fresh('Bo'), silent: false, language: 'sv', from: '203.0.113.1' },
    );
    const code = (await codeIn(fresh('Bo'))).replace('-', '');
    const confirmed = changes.confirm({ participantId: id, sessionId: 'none' }, code);
    await expect(confirmed).rejects.toMatchObject({ code: 'known-person' });
  });

  it('that was only typed is nowhere after two days', async () => {
    const { id } = await personOf('Dag');
    story.clock.advance({ days: 1 });
    const changes = story.app().get(AddressChanges);
    for (const email of ['refused1@nytt.test', 'refused2@nytt.test']) {
      await changes.ask(
        { participantId: id, sessionId: 'none' },
        { email, silent: true, language: 'sv', from: '203.0.113.1' },
      );
      story.clock.advance({ minutes: 1 });
    }
    await mailsTo(story.app(), 'refused2@nytt.test');
    const kept = async () =>
      (await story.db().read.find(OutgoingMail))
        .map(({ recipient }) => recipient)
        .filter((recipient) => recipient.startsWith('refused'));
    // The first mail was not sent any more, so that nothing says to whom it would have gone.
    expect(await kept()).toEqual(['refused2@nytt.test']);
    story.clock.advance({ days: 2, minutes: 1 });
    const jobs = await story.app().get(Jobs).runDue(story.clock.now());
    expect(jobs.filter(({ error }) => error !== null)).toEqual([]);
    expect(await kept()).toEqual([]);
    expect(await story.db().read.find(AddressChange)).toEqual([]);
  });

  it('of one of two adults with one mailbox leaves the other alone', async () => {
    const { id } = await personOf('Eva');
    const createdAt = story.clock.now();
    const other = await story.db().transaction((em) =>
      em.save(Participant, {
        ...{ firstName: 'Erik', lastName: null, email: old('Eva'), phone: null },
        ...{ language: 'sv', createdAt },
      }),
    );
    const facts = { participantId: other.id, at: createdAt, phone: '1' };
    const mail = detailsChangedMail(facts, story.app().get(Translations).locale('sv'));
    const changes = story.app().get(AddressChanges);
    await changes.ask(
      { participantId: id, sessionId: 'none' },
      { email: fresh('Eva'), silent: true, language: 'sv', from: '203.0.113.1' },
    );
    const code = (await codeIn(fresh('Eva'))).replace('-', '');
    await story
      .db()
      .transaction((em) => story.app().get(PersonMail).queue(em, other.id, mail, null));
    await changes.confirm({ participantId: id, sessionId: 'none' }, code);
    const his = await story.db().read.findOneByOrFail(OutgoingMail, { personId: other.id });
    expect([his.state, his.recipient]).toEqual(['queued', old('Eva')]);
  });
});
