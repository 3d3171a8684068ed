import { beforeAll, expect, it } from '@jest/globals';
import { InterestLink } from '../../src/interest/interest-link.entity.js';
import { InterestRequests } from '../../src/interest/interest-requests.service.js';
import { Interest } from '../../src/interest/interest.entity.js';
import { RoundPublishing } from '../../src/interest/round-publishing.service.js';
import { AddressChanges } from '../../src/my-courses/address-changes.service.js';
import { ContactDetails } from '../../src/my-courses/contact-details.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo, openRound } from '../support/enrolling.js';
import { addGroup } from '../support/group.js';

const ROUNDS = ['hosten', 'varen'];

describeOnBothDatabases('Somebody on an interest list', (database) => {
  const story = useApp(database);
  const planned: { roundId: number; programmeId: number }[] = [];

  beforeAll(async () => {
    const people = ['Amina', 'Bo', 'Cilla'].map((firstName) => ({ firstName }));
    const meetings = [{ date: '2027-01-19' }];
    await story.db().transaction((em) => addGroup(em, { slug: 'tisdagar', meetings, people }));
    for (const slug of ROUNDS)
      await story.db().transaction(async (em) => {
        const { roundId } = await openRound(em, { slug });
        await em.update(Round, roundId, { state: 'planned' });
        const { programmeId } = await em.findOneByOrFail(Round, { id: roundId });
        planned.push({ roundId, programmeId });
      });
  });

  const old = (firstName: string) => `${firstName.toLowerCase()}@exempel.test`;
  const fresh = (firstName: string) => `${firstName.toLowerCase()}@nytt.test`;
  const idOf = async (firstName: string) =>
    (await story.db().read.findOneByOrFail(Participant, { firstName })).id;
  const rows = (email: string) => story.db().read.findBy(Interest, { email });
  const linkIn = async (address: string) =>
    new URL(
      /https?:\/\/\S+\/intresse\/\S+/.exec(
        (await mailsTo(story.app(), address)).at(-1)?.text ?? '',
      )?.[0] ?? '',
    ).pathname;

  /** Asks by the form's service, and presses the mailed link. */
  async function join(firstName: string, index = 0, email = old(firstName)): Promise<string> {
    const { programmeId } = planned[index] ?? { programmeId: 0 };
    const wish = {
      programmeId,
      firstName,
      email,
      childAges: ['3-6'],
      language: 'sv',
      from: '203.0.113.1',
    } as const;
    await story.app().get(InterestRequests).ask(wish);
    const link = await linkIn(email);
    await (await story.visitor().get(link)).press('Ja, säg till mig');
    return link;
  }

  async function moveTo(firstName: string, email: string): Promise<void> {
    const participantId = await idOf(firstName);
    const changes = story.app().get(AddressChanges);
    await changes.ask(
      { participantId, sessionId: 'none' },
      { email, silent: true, language: 'sv', from: '203.0.113.1' },
    );
    const mail = (await mailsTo(story.app(), email)).at(-1);
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    const outcome = await changes.confirm(
      { participantId, sessionId: 'none' },
      code.replace('-', ''),
    );
    expect(outcome).toEqual({ kind: 'changed' });
  }

  it('takes the place on it along to another address; the old one hears and opens nothing more', async () => {
    const link = await join('Amina');
    const before = (await mailsTo(story.app(), old('Amina'))).length;
    await moveTo('Amina', fresh('Amina'));
    expect(await rows(old('Amina'))).toEqual([]);
    expect(await rows(fresh('Amina'))).toMatchObject([{ state: 'listed', phone: null }]);
    const opened = await story.visitor().get(link);
    expect(opened.status).toBe(410);
    await story
      .app()
      .get(RoundPublishing)
      .publishRound(planned[0]?.roundId ?? 0);
    expect(await mailsTo(story.app(), old('Amina'))).toHaveLength(before);
    expect((await mailsTo(story.app(), fresh('Amina'))).at(-1)?.text).toContain('/intresse/');
  });

  it('is on it once who had both addresses on it, and leaves what was never proved', async () => {
    await join('Bo', 1);
    await join('Bo', 1, fresh('Bo'));
    const { programmeId } = planned[0] ?? { programmeId: 0 };
    const wish = {
      programmeId,
      firstName: 'Bo',
      email: old('Bo'),
      childAges: [],
      language: 'sv',
      from: '203.0.113.1',
    };
    await story.app().get(InterestRequests).ask(wish);
    await moveTo('Bo', fresh('Bo'));
    expect(await rows(old('Bo'))).toEqual([]);
    expect(await rows(fresh('Bo'))).toHaveLength(1);
  });

  it('is called instead when they want no mail at all', async () => {
    const link = await join('Cilla', 1);
    const participantId = await idOf('Cilla');
    const phone = '0701234567';
    await story.db().transaction((em) => em.update(Participant, { id: participantId }, { phone }));
    const wish = { language: 'sv', mail: 'none' } as const;
    await story
      .app()
      .get(ContactDetails)
      .changeMails({ participantId, sessionId: 'none' }, wish, { silent: true });
    expect(await rows(old('Cilla'))).toEqual([]);
    const called = await story.db().read.findBy(Interest, { firstName: 'Cilla' });
    expect(called).toMatchObject([{ email: null, phone, state: 'listed' }]);
    const interestId = called[0]?.id ?? 0;
    expect(await story.db().read.countBy(InterestLink, { interestId })).toBe(0);
    expect((await story.visitor().get(link)).status).toBe(410);
    const published = await story
      .app()
      .get(RoundPublishing)
      .publishRound(planned[1]?.roundId ?? 0);
    expect(published).toMatchObject({ mailed: 1, toCall: 1 });
  });
});
