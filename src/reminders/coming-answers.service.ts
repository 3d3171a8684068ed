import { Injectable } from '@nestjs/common';

import { CallTasks } from '../enrolments/call-tasks.service.js';
import { Cancellations } from '../enrolments/cancellations.service.js';
import type { Enrolment } from '../enrolments/enrolment.entity.js';
import { isPhoneOnly } from '../enrolments/phone-only.queries.js';
import { Clock } from '../kernel/clock.js';
import { sha256 } from '../kernel/secret.js';
import { Database } from '../platform/database/database.js';
import type { Round } from '../rounds/round.entity.js';
import { ComingQuestion, type ComingAnswer } from './coming-question.entity.js';

/**
 * What the link of the question is good for. `open`: it can be answered. `yes`: the person has said that
 * they come, and may still change their mind. `left`: the seat is somebody else's to have. `over`: the
 * round has begun, is called off or has another start. `expired`: nothing is asked by such a link.
 */
export type ComingState = 'open' | 'yes' | 'left' | 'over' | 'expired';

/** A link and, while it can be answered, the start that it asks about. */
export interface ComingLink {
  readonly state: ComingState;
  readonly startsAt: Date | null;
}

interface Asked {
  readonly question: ComingQuestion;
  readonly enrolment: Enrolment;
  readonly round: Round;
}

/** What people answer to "Are you coming?". No answer tells who they are or what they have a seat in. */
@Injectable()
export class ComingAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cancellations: Cancellations,
    private readonly tasks: CallTasks,
  ) {}

  /** What a link is good for, before anybody presses a button; changes nothing. */
  async peek(token: string): Promise<ComingLink> {
    return this.linkOf(await this.find(token));
  }

  /** "Yes, I am coming." Said again it is the same. */
  async yes(token: string): Promise<ComingLink> {
    const asked = await this.find(token);
    const link = this.linkOf(asked);
    if (asked === null || link.state !== 'open') return link;
    await this.note(asked, 'yes');
    return { ...link, state: 'yes' };
  }

  /** Gives the seat to somebody else, as cancelling on the person's own page does. */
  async giveAway(token: string): Promise<ComingLink> {
    const asked = await this.find(token);
    const link = this.linkOf(asked);
    if (asked === null || link.startsAt === null) return link;
    const { id, participantId } = asked.enrolment;
    await this.cancellations.cancel(id, participantId ?? 0, { silent: false });
    // The seat itself is the answer; should this be lost, the page still says that it is given away.
    await this.note(asked, 'no');
    return { state: 'left', startsAt: null };
  }

  private async note({ question, enrolment }: Asked, answer: ComingAnswer): Promise<void> {
    const answered = { answer, answeredAt: this.clock.now() };
    await this.db.transaction(async (em) => {
      await em.update(ComingQuestion, { id: question.id }, answered);
      await this.tasks.settle(em, { kind: 'coming', enrolmentId: enrolment.id });
    });
  }

  private linkOf(asked: Asked | null): ComingLink {
    const state = this.stateOf(asked);
    const answerable = state === 'open' || state === 'yes';
    return { state, startsAt: answerable && asked ? asked.question.startsAt : null };
  }

  private stateOf(asked: Asked | null): ComingState {
    if (asked === null) return 'expired';
    const { question, enrolment, round } = asked;
    if (enrolment.state !== 'confirmed') return 'left';
    const sameStart = question.startsAt.getTime() === round.startsAt.getTime();
    if (round.state !== 'published' || !sameStart || this.clock.now() >= round.startsAt)
      return 'over';
    return question.answer === 'yes' ? 'yes' : 'open';
  }

  private async find(token: string): Promise<Asked | null> {
    const question = await this.db.read.findOne(ComingQuestion, {
      where: { tokenHash: sha256(token) },
      relations: { enrolment: { round: true } },
    });
    const { enrolment } = question ?? {};
    if (!question || !enrolment?.round) return null;
    // Whoever reads the mailbox may have the link still.
    if (await isPhoneOnly(this.db.read, enrolment.id)) return null;
    return { question, enrolment, round: enrolment.round };
  }
}
