import { beforeAll, expect, it } from '@jest/globals';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { QueuePriority } from '../../src/enrolments/queue-priority.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { StayQuestion } from '../../src/enrolments/stay-question.entity.js';
import { Interest } from '../../src/interest/interest.entity.js';
import { plusHours } from '../../src/kernel/instant.js';
import { sha256 } from '../../src/kernel/secret.js';
import { OwnCodes } from '../../src/participants/own-codes.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import type { Writer } from '../../src/platform/database/database.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addGroup, addStaff, type Group } from '../support/group.js';
import { signInByCode } from '../support/signing-in.js';

const DATA = '/sv/mina-kurser/mina-data';
const REASON = 'Bor långt bort och har ont om tid';

describeOnBothDatabases('What a person takes along', (database) => {
  const story = useApp(database);
  let group: Group;

  beforeAll(async () => {
    await story.db().transaction(async (em) => {
      const staffId = await addStaff(em, 'Sivhemlig', 'coordinator');
      group = await addGroup(em, {
        slug: 'tisdagar',
        meetings: [{ date: '2027-03-23' }],
        people: [
          { firstName: 'Amina', email: 'delad@exempel.test' },
          { firstName: 'Bo', email: 'delad@exempel.test' },
          { firstName: 'Johan' },
        ],
      });
      await aWholeLife(em, group.people[0]!, 'Amina', staffId);
      await aWholeLife(em, group.people[1]!, 'Bo', staffId);
    });
  });

  /** One row of everything that the app may come to know about somebody in a queue. */
  async function aWholeLife(em: Writer, enrolmentId: number, firstName: string, staffId: number) {
    const now = story.clock.now();
    const { id: participantId } = await em.findOneByOrFail(Participant, { firstName });
    await em.update(Participant, { id: participantId }, { phone: '0701234567' });
    const { roundId } = group;
    await em.insert(SeatOffer, {
      ...{ enrolmentId, roundId, seatNumber: 1, seatFree: false, tokenHash: sha256(firstName) },
      ...{ state: 'lapsed', byPhone: false, missed: true, offeredAt: plusHours(now, -200) },
      ...{ answerBy: plusHours(now, -150), endedAt: plusHours(now, -149) },
    });
    await em.insert(StayQuestion, {
      ...{ enrolmentId, tokenHash: sha256(firstName), askedAt: plusHours(now, -149) },
      ...{ answer: 'yes', answeredAt: plusHours(now, -140) },
    });
    const priority = { enrolmentId, priority: 5, reason: REASON, staffId };
    await em.insert(QueuePriority, { ...priority, setAt: now, replacedAt: null });
    await em.insert(CallTask, {
      ...{ kind: 'offer', enrolmentId, participantId, roundId, note: '' },
      ...{ callBefore: null, createdAt: plusHours(now, -50), handledAt: now },
    });
    const { programmeId } = await em.findOneByOrFail(Round, { id: roundId });
    await em.insert(Interest, {
      ...{ programmeId, state: 'listed', firstName, email: 'delad@exempel.test', phone: null },
      ...{ whenToCall: null, hideCaller: false, language: 'sv', wantedAt: now },
      ...{ stayAskedAt: null, createdAt: now },
    });
  }

  it('is everything, in words and as a file, and of two with one mailbox each has their own', async () => {
    const browser = story.visitor();
    const who = await signInByCode(story.app(), browser, 'delad@exempel.test', DATA);
    const page = await who.press('Amina');
    for (const fact of [
      'Du erbjöds en plats, med svar senast',
      'Du svarade inte i tid.',
      'Vi frågade om du vill stå kvar på väntelistan. Du svarade ja.',
      'Du fick förtur i kön. Skälet berättar vi på telefon.',
      'Kurser du vill höra om',
      'Du bad oss säga till när kursen ges.',
      'Vi skrev upp att vi ska ringa dig. Klart måndag 11 januari',
      'Okänd webbläsare. Senast använd',
    ])
      expect(page.text).toContain(fact);
    expect(page.text.match(/Du bad oss säga till/g)).toHaveLength(1);
    const file = await page.follow('Hämta som fil');
    const data = JSON.parse(file.body) as Record<string, unknown>;
    expect(data).toMatchObject({
      person: { firstName: 'Amina', phone: '••••67' },
      enrolments: [
        {
          offers: [{ state: 'lapsed' }],
          stayQuestions: [{ answer: 'yes' }],
          priorities: [{ priority: 5, reason: null }],
        },
      ],
      interest: [{ course: 'Kursen tisdagar', state: 'listed' }],
      calls: [{ about: 'offer' }],
      browsers: [{ name: '' }],
    });
    expect(file.body).not.toMatch(/Bo\b|0701234567|hemlig|staff:|[Hh]ash|Bor långt/);
  });

  it('is what staff have written too, without who wrote it', async () => {
    await story.db().transaction(async (em) => {
      const { id } = await em.findOneByOrFail(Participant, { firstName: 'Johan' });
      await em.update(Participant, { id }, { phone: '0701234567', lastName: 'Berg' });
      const enrolmentId = group.people[2]!;
      const markedBy = await addStaff(em, 'Sven', 'leader');
      await em.insert(AttendanceMark, {
        ...{ meetingId: group.meetings[0]!, enrolmentId, state: 'here', markedBy },
        ...{ markedAt: story.clock.now(), recordedAt: story.clock.now(), nonce: 'n' },
      });
    });
    const page = await signInByCode(story.app(), story.visitor(), 'johan@exempel.test', DATA);
    for (const fact of ['Johan Berg', 'johan@exempel.test', 'Kursen tisdagar', 'här'])
      expect(page.text).toContain(fact);
    const file = await page.follow('Hämta som fil');
    expect(file.headers['content-disposition']).toBe('attachment; filename="mina-data.json"');
    expect(file.headers['cache-control']).toBe('no-store');
    const data = JSON.parse(file.body) as Record<string, unknown>;
    expect(data).toMatchObject({
      person: { firstName: 'Johan', email: 'johan@exempel.test', phone: '••••67' },
      enrolments: [{ course: 'Kursen tisdagar', attendance: [{ state: 'here' }] }],
    });
    expect(file.body).not.toMatch(/0701234567|Sven|markedBy|Hash/);
  });

  it('tells why one stands ahead to who has a code of their own', async () => {
    const { id } = await story.db().read.findOneByOrFail(Participant, { firstName: 'Bo' });
    await story.app().get(OwnCodes).set(id, '4711');
    const browser = story.visitor();
    const who = await signInByCode(story.app(), browser, 'delad@exempel.test', DATA);
    const own = await who.press('Bo');
    const page = await own.form('Logga in').fill('Din egen kod', '4711').submit();
    expect(page.text).toContain(`Du fick förtur i kön. Skäl: ${REASON}`);
    expect(page.text).toContain('0701234567');
  });
});
