import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { Database } from '../platform/database/database.js';
import { textIn } from '../platform/text/texts.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { CallTask } from './call-task.entity.js';

/** Something to call about. */
export interface WaitingTask {
  /** With the person and the round, as far as it has them. */
  readonly task: CallTask;
  /** The Swedish name of the programme; null when it is about none. */
  readonly programmeName: string | null;
}

/** Reads whom staff are to call because no mail can say it. */
@Injectable()
export class CallTasksQueries {
  constructor(private readonly db: Database) {}

  /** How many wait. */
  waitingCount(): Promise<number> {
    return this.db.read.countBy(CallTask, { handledAt: IsNull() });
  }

  /** Those who have waited longest, at most `limit`. */
  async waiting(limit: number): Promise<WaitingTask[]> {
    const tasks = await this.db.read.find(CallTask, {
      where: { handledAt: IsNull() },
      relations: { round: true, participant: true, enrolment: true },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    const programmeIds = tasks.flatMap(({ round }) => (round ? [round.programmeId] : []));
    const texts = await this.db.read.findBy(ProgrammeText, { programmeId: In(programmeIds) });
    const textsOf = Map.groupBy(texts, (text) => text.programmeId);
    return tasks.map((task) => {
      const names = task.round ? textsOf.get(task.round.programmeId) : undefined;
      return { task, programmeName: names ? textIn(names, 'sv').name : null };
    });
  }
}
