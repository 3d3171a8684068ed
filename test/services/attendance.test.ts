import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { AttendanceQueries } from '../../src/attendance/attendance.queries.js';
import { ATTENDANCE_STATES, type AttendanceState } from '../../src/attendance/attendance.rules.js';
import { AttendanceService } from '../../src/attendance/attendance.service.js';
import type { SubmittedRegister, SubmittedRow } from '../../src/attendance/attendance.rules.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { randomToken } from '../../src/kernel/secret.js';
import { Meeting } from '../../src/rounds/meeting.entity.js';
import { FixedClock } from '../support/clock.js';
import { describeOnBothDatabases, useDatabase } from '../support/databases.js';
import { allEntities } from '../support/entities.js';
import { addGroup, addPerson, addStaff, type Group } from '../support/group.js';

const entities = await allEntities();
const DURING = '2027-02-09T17:00:00Z';

describeOnBothDatabases('The register of a meeting', (database) => {
  const db = useDatabase(database, entities);
  const clock = new FixedClock(DURING);
  let service: AttendanceService;
  let queries: AttendanceQueries;
  let karin: number;
  let omar: number;
  let group: Group;

  beforeAll(async () => {
    service = new AttendanceService(db(), clock);
    queries = new AttendanceQueries(db());
    [karin, omar] = await db().transaction(async (em) => [
      await addStaff(em, 'Karin', 'leader'),
      await addStaff(em, 'Omar', 'leader'),
    ]);
    group = await db().transaction((em) => newGroup(em, 'grupp', karin));
  });

  const staff = (id: number) => ({ id, firstName: '', roles: ['leader'] as const });
  const seen = async (meetingId: number): Promise<(AttendanceState | null)[]> => {
    const register = await queries.register(meetingId, staff(karin));
    return (register?.people ?? []).map((person) => person.mark);
  };

  it('is there for those who lead the round, and for coordinators', async () => {
    const meeting = group.meetings[0]!;
    expect(await queries.mayKeep(meeting, staff(karin))).toBe(true);
    expect(await queries.mayKeep(meeting, staff(omar))).toBe(false);
    expect(await queries.register(meeting, staff(omar))).toBeNull();
    const coordinator = { id: omar, firstName: '', roles: ['coordinator'] as const };
    expect(await queries.register(meeting, coordinator)).not.toBeNull();
  });

  it('lists those who had a place at the time, by name', async () => {
    const { roundId, meetings } = await db().transaction((em) => newGroup(em, 'namn', karin));
    const meeting = await db().read.findOneByOrFail(Meeting, { id: meetings[0]! });
    await db().transaction(async (em) => {
      await addPerson(em, roundId, { firstName: 'Åsa' });
      const during = new Date(meeting.endsAt.getTime() - 1);
      await addPerson(em, roundId, { firstName: 'Under', confirmedAt: during });
      await addPerson(em, roundId, { firstName: 'Efter', confirmedAt: meeting.endsAt });
      const before = await addPerson(em, roundId, { firstName: 'Avbokade före' });
      const after = await addPerson(em, roundId, { firstName: 'Avbokade efter' });
      for (const [enrolmentId, at] of [
        [before, new Date(meeting.startsAt.getTime() - 1)],
        [after, meeting.endsAt],
      ] as const) {
        await em.update(Enrolment, enrolmentId, { state: 'cancelled' });
        await em.insert(EnrolmentEvent, { enrolmentId, state: 'cancelled', actor: 'person', at });
      }
    });
    const register = await queries.register(meeting.id, staff(karin));
    expect(register?.people.map((person) => person.firstName)).toEqual([
      'Amina',
      'Avbokade efter',
      'Björn',
      'Elin',
      'Under',
      'Åsa',
    ]);
  });

  it('says who, when it was decided and when it was stored', async () => {
    const { meetings, people } = await db().transaction((em) => newGroup(em, 'vem', karin));
    const tappedAt = new Date('2027-02-09T16:45:00Z');
    await service.saveRegister(meetings[0]!, omar, page([row(people[0]!, 'here', { tappedAt })]));
    const marks = await db().read.findBy(AttendanceMark, { meetingId: meetings[0]! });
    expect(marks).toMatchObject([
      { enrolmentId: people[0]!, state: 'here', markedBy: omar, markedAt: tappedAt },
    ]);
    expect(marks[0]?.recordedAt).toEqual(clock.now());
  });

  it('writes the same page once, however often it is sent', async () => {
    const { meetings, people } = await db().transaction((em) => newGroup(em, 'dubbelt', karin));
    const sent = page([row(people[0]!, 'here'), row(people[1]!, null), row(people[2]!, 'absent')]);
    expect(await service.saveRegister(meetings[0]!, karin, sent)).toBe(2);
    expect(await service.saveRegister(meetings[0]!, karin, sent)).toBe(0);
    const atOnce = page([row(people[1]!, 'excused')]);
    await Promise.all(
      Array.from({ length: 5 }, () => service.saveRegister(meetings[0]!, karin, atOnce)),
    );
    expect(await db().read.countBy(AttendanceMark, { meetingId: meetings[0]! })).toBe(3);
  });

  it('loses nothing when two leaders save at once', async () => {
    const { meetings, people } = await db().transaction((em) => newGroup(em, 'samtidigt', karin));
    await Promise.all([
      service.saveRegister(
        meetings[0]!,
        karin,
        page(people.map((id, i) => row(id, i === 0 ? 'here' : null))),
      ),
      service.saveRegister(
        meetings[0]!,
        omar,
        page(people.map((id, i) => row(id, i === 1 ? 'excused' : null))),
      ),
    ]);
    expect(await seen(meetings[0]!)).toEqual(['here', 'excused', null]);
  });

  it('gives the rest one mark each, also when both leaders give it at once', async () => {
    const { meetings, people } = await db().transaction((em) => newGroup(em, 'resten', karin));
    const rest = (state: AttendanceState) =>
      page(
        people.map((id) => row(id, null)),
        state,
      );
    await Promise.all([
      service.saveRegister(meetings[0]!, karin, rest('here')),
      service.saveRegister(meetings[0]!, omar, rest('absent')),
    ]);
    expect(await db().read.countBy(AttendanceMark, { meetingId: meetings[0]! })).toBe(3);
    expect(new Set(await seen(meetings[0]!)).size).toBe(1);
  });

  it('refuses people of other rounds, cancelled meetings and being on line in a room', async () => {
    const other = await db().transaction((em) => newGroup(em, 'annan', karin));
    const { meetings, people } = group;
    const save = (rows: SubmittedRow[]) => service.saveRegister(meetings[0]!, karin, page(rows));
    await expect(save([row(other.people[0]!, 'here')])).rejects.toThrow('not-in-round');
    await expect(save([row(people[0]!, 'online')])).rejects.toThrow('not-online');
    await db().transaction((em) => em.update(Meeting, other.meetings[0]!, { state: 'cancelled' }));
    await expect(
      service.saveRegister(other.meetings[0]!, karin, page([row(other.people[0]!, 'here')])),
    ).rejects.toThrow('meeting-cancelled');
  });

  it('is what the newest decisions say, whatever was sent in whatever order', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(submission, { maxLength: 12 }), async (submissions) => {
        round += 1;
        const made = await db().transaction((em) => newGroup(em, `modell-${round}`, karin));
        const model = new Model();
        clock.set(DURING);
        for (const { taps, rest, again } of submissions) {
          clock.advance({ minutes: 1 });
          const rows = taps.map(({ chosen, shown, minutesAgo }, person) =>
            row(made.people[person]!, chosen, {
              shown,
              tappedAt: new Date(clock.now().getTime() - minutesAgo * 60_000),
            }),
          );
          const sent = page(rows, rest);
          for (let times = 0; times <= again; times += 1)
            await service.saveRegister(made.meetings[0]!, karin, sent);
          model.save(sent, clock.now());
        }
        expect(await seen(made.meetings[0]!)).toEqual(
          made.people.map((person) => model.counting(person)),
        );
      }),
      { numRuns: 25 },
    );
  });
});

/** Three people, alphabetically, in a round that Karin leads. */
function newGroup(em: Parameters<typeof addGroup>[0], slug: string, leader: number) {
  return addGroup(em, {
    slug,
    leaders: [leader],
    meetings: [{ date: '2027-02-09' }],
    people: [{ firstName: 'Amina' }, { firstName: 'Björn' }, { firstName: 'Elin' }],
  });
}

function row(
  enrolmentId: number,
  chosen: AttendanceState | null,
  more: Partial<SubmittedRow> = {},
): SubmittedRow {
  return { enrolmentId, chosen, shown: null, nonce: randomToken(), tappedAt: null, ...more };
}

function page(rows: SubmittedRow[], rest: AttendanceState | null = null): SubmittedRegister {
  return { rows, rest, sentAt: null };
}

const markOnPage = fc.option(
  fc.constantFrom(...ATTENDANCE_STATES.filter((state) => state !== 'online')),
);
const submission = fc.record({
  taps: fc.tuple(...Array.from({ length: 3 }, () => tap())),
  rest: fc.option(fc.constantFrom('here' as const, 'absent' as const)),
  again: fc.nat({ max: 1 }),
});

function tap() {
  return fc.record({ chosen: markOnPage, shown: markOnPage, minutesAgo: fc.nat({ max: 30 }) });
}

/** The register as one would keep it on paper: decisions with their times, the newest counts. */
class Model {
  readonly #decisions: { person: number; state: AttendanceState; at: number; place: number }[] = [];

  save(sent: SubmittedRegister, now: Date): void {
    const marked = new Set(this.#decisions.map((one) => one.person));
    for (const one of sent.rows) {
      const decided = one.chosen !== null && one.chosen !== one.shown;
      const state = decided ? one.chosen : one.chosen === null ? sent.rest : null;
      if (state === null || (!decided && marked.has(one.enrolmentId))) continue;
      if (!decided && state === one.shown) continue;
      const at = decided ? (one.tappedAt ?? now) : now;
      const place = this.#decisions.length;
      this.#decisions.push({ person: one.enrolmentId, state, at: at.getTime(), place });
    }
  }

  counting(person: number): AttendanceState | null {
    const own = this.#decisions.filter((one) => one.person === person);
    own.sort((a, b) => a.at - b.at || a.place - b.place);
    return own.at(-1)?.state ?? null;
  }
}
