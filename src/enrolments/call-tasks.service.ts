import { Injectable } from '@nestjs/common';
import { IsNull, type FindOptionsWhere } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Database, type Writer } from '../platform/database/database.js';
import { CallTask, type CallTaskKind } from './call-task.entity.js';

/** What there is to call about. */
export interface NewCallTask {
  readonly kind: CallTaskKind;
  readonly enrolmentId?: number | null;
  readonly participantId?: number | null;
  readonly roundId?: number | null;
  readonly note?: string;
  readonly callBefore?: Date | null;
}

/** People to call, in place of a mail. */
@Injectable()
export class CallTasks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Puts a task on the staff's list; one that lies there unhandled already is not put there twice. */
  async add(em: Writer, task: NewCallTask): Promise<void> {
    const { kind, enrolmentId = null, participantId = null, roundId = null, note = '' } = task;
    const same: FindOptionsWhere<CallTask> = {
      kind,
      enrolmentId: enrolmentId ?? IsNull(),
      participantId: participantId ?? IsNull(),
      roundId: roundId ?? IsNull(),
      note,
      handledAt: IsNull(),
    };
    if (await em.existsBy(CallTask, same)) return;
    await em.insert(CallTask, {
      ...{ kind, enrolmentId, participantId, roundId, note },
      callBefore: task.callBefore ?? null,
      createdAt: this.clock.now(),
      handledAt: null,
    });
  }

  /** Takes what nobody needs to be called about any more off the list. */
  async settle(
    em: Writer,
    about: { readonly kind: CallTaskKind; readonly enrolmentId: number },
  ): Promise<void> {
    const handledAt = this.clock.now();
    await em.update(CallTask, { ...about, handledAt: IsNull() }, { handledAt });
  }

  /** Notes that staff have called. */
  handle(taskId: number): Promise<void> {
    return this.db.transaction(async (em) => {
      const handledAt = this.clock.now();
      await em.update(CallTask, { id: taskId, handledAt: IsNull() }, { handledAt });
    });
  }
}
