import { Injectable, type OnModuleInit } from '@nestjs/common';
import { And, In, IsNull, LessThan, MoreThan, MoreThanOrEqual, Not } from 'typeorm';

import { CallTask } from '../enrolments/call-task.entity.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { isPhoneOnly } from '../enrolments/phone-only.queries.js';
import { placeFacts, type PlaceFacts } from '../enrolments/place-facts.queries.js';
import { randomToken, sha256 } from '../kernel/secret.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { MailKinds, type QueuedMail } from '../platform/mail/mail-kinds.js';
import { Round } from '../rounds/round.entity.js';
import { ComingQuestion } from './coming-question.entity.js';
import { ComingLetters } from './coming-letters.service.js';
import { COMING } from './coming.mails.js';
import { isAsked, isTimeToAsk, silentIfAskedBefore, startsAskedAbout } from './coming.rules.js';

/** Asks people a week before the start whether they come, and has those called who do not say. */
@Injectable()
export class ComingQuestions implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly letters: ComingLetters,
    private readonly kinds: MailKinds,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.kinds.register(COMING, { stillApplies: isStillAsked });
    this.jobs.register('coming-ask', (now) => this.askDue(now));
    this.jobs.register('coming-call', async (now) => {
      await this.dropCalls(now);
      await this.callSilent(now);
    });
  }

  /**
   * Asks everybody with a seat in a round that starts in a week, once. Doing it again, also in another
   * process at the same time, asks nobody twice. Nobody loses a seat by it.
   */
  async askDue(now: Date): Promise<void> {
    const { from, until } = startsAskedAbout(now);
    const startsAt = And(MoreThanOrEqual(from), LessThan(until));
    const rounds = await this.db.read.findBy(Round, { state: 'published', startsAt });
    for (const { id, startsAt: start } of rounds)
      if (isTimeToAsk(start, now)) await this.askRound(id, now);
  }

  /** Puts those on the staff's list who have said nothing for three days, each once. */
  async callSilent(now: Date): Promise<void> {
    const where = {
      answer: IsNull(),
      callAskedAt: IsNull(),
      askedAt: LessThan(silentIfAskedBefore(now)),
      startsAt: MoreThan(now),
      enrolment: { state: 'confirmed', round: { state: 'published' } },
    } as const;
    const silent = await this.db.read.find(ComingQuestion, {
      where,
      relations: { enrolment: { round: true } },
      order: { id: 'ASC' },
    });
    const current = silent.filter(hasSameStart);
    if (current.length === 0) return;
    await this.db.transaction(async (em) => {
      for (const { id, enrolment } of current)
        if (enrolment !== undefined) await this.letters.call(em, id, enrolment);
    });
  }

  /** Takes calls off the list that would ask about a start that has been, was moved, or is called off. */
  private async dropCalls(now: Date): Promise<void> {
    const open = { kind: 'coming', handledAt: IsNull() } as const;
    const calls = await this.db.read.find(CallTask, { where: open, relations: { round: true } });
    const questions = await this.db.read.findBy(ComingQuestion, {
      enrolmentId: In(calls.map(({ enrolmentId }) => enrolmentId)),
      callAskedAt: Not(IsNull()),
    });
    const isAskedFor = ({ enrolmentId, round }: CallTask) =>
      round?.state === 'published' &&
      round.startsAt > now &&
      questions.some(
        (asked) =>
          asked.enrolmentId === enrolmentId &&
          asked.startsAt.getTime() === round.startsAt.getTime(),
      );
    const over = calls.filter((call) => !isAskedFor(call)).map(({ id }) => id);
    if (over.length === 0) return;
    await this.db.transaction((em) =>
      em.update(CallTask, { id: In(over), handledAt: IsNull() }, { handledAt: now }),
    );
  }

  private async askRound(roundId: number, now: Date): Promise<void> {
    const round = await this.db.read.findOneByOrFail(Round, { id: roundId });
    if ((await this.unasked(this.db.read, round)).length === 0) return;
    await this.db.transaction(async (em) => {
      await em.lockRow(Round, roundId);
      const place = await placeFacts(em, roundId);
      const { state, startsAt } = place.round;
      if (state !== 'published' || !isTimeToAsk(startsAt, now)) return;
      for (const enrolment of await this.unasked(em, place.round))
        await this.ask(em, enrolment, place, now);
    });
  }

  /** People with a seat who have not been asked about the round's present start. */
  private async unasked(em: Reader, { id: roundId, startsAt }: Round): Promise<Enrolment[]> {
    const people = await em.find(Enrolment, {
      where: { roundId, state: 'confirmed' },
      relations: { participant: true },
      order: { id: 'ASC' },
    });
    const enrolmentId = In(people.map(({ id }) => id));
    const asked = await em.findBy(ComingQuestion, { enrolmentId, startsAt });
    const known = new Set(asked.map((question) => question.enrolmentId));
    return people.filter(
      ({ id, confirmedAt }) =>
        !known.has(id) && confirmedAt !== null && isAsked(confirmedAt, startsAt),
    );
  }

  private async ask(em: Writer, enrolment: Enrolment, place: PlaceFacts, now: Date): Promise<void> {
    const token = randomToken();
    const question = await em.save(
      em.create(ComingQuestion, {
        enrolmentId: enrolment.id,
        startsAt: place.round.startsAt,
        tokenHash: sha256(token),
        askedAt: now,
        answer: null,
        answeredAt: null,
        callAskedAt: null,
      }),
    );
    await this.letters.tell(em, { question, token, enrolment, place });
  }
}

/** The question is open, the seat stands, its mailbox may be written to, and the start is the same. */
async function isStillAsked(db: Reader, mail: QueuedMail): Promise<boolean> {
  const question = await db.findOne(ComingQuestion, {
    where: {
      id: mail.subjectId ?? 0,
      answer: IsNull(),
      enrolment: {
        state: 'confirmed',
        round: { state: 'published' },
        participant: { email: mail.recipient },
      },
    },
    relations: { enrolment: { round: true } },
  });
  if (question === null || !hasSameStart(question)) return false;
  // Its link opens nothing from then on.
  return !(await isPhoneOnly(db, question.enrolmentId));
}

/** Whether the round still starts when the question says. */
function hasSameStart({ startsAt, enrolment }: ComingQuestion): boolean {
  return enrolment?.round?.startsAt.getTime() === startsAt.getTime();
}
