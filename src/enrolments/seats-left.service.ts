import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import type { Writer } from '../platform/database/database.js';
import { CallTask } from './call-task.entity.js';
import { CallTasks } from './call-tasks.service.js';

/** What is free in a round while nobody who waits can be offered it, and how many wait like that. */
export interface LeftOver {
  readonly seats: number;
  readonly people: number;
}

export const NONE_LEFT: LeftOver = { seats: 0, people: 0 };

/** Has staff call about seats that are left over. */
@Injectable()
export class SeatsLeft {
  constructor(
    private readonly clock: Clock,
    private readonly tasks: CallTasks,
  ) {}

  /**
   * Puts it on the staff's list, or takes it off. What they have handled comes back only when there is more
   * of it: another seat has fallen free, or somebody has joined. So the last task keeps in its note how much
   * there is now. The caller holds the round's lock.
   */
  async note(em: Writer, roundId: number, left: LeftOver): Promise<void> {
    const [last] = await em.find(CallTask, {
      where: { kind: 'seat-left', roundId },
      order: { id: 'DESC' },
      take: 1,
    });
    const note = left.seats === 0 ? '' : `${left.seats} ${left.people}`;
    if (note === (last?.note ?? '')) return;
    if (!last || (last.handledAt !== null && isMore(left, last.note)))
      return this.tasks.add(em, { kind: 'seat-left', roundId, note });
    const handledAt = left.seats === 0 ? (last.handledAt ?? this.clock.now()) : last.handledAt;
    await em.update(CallTask, { id: last.id }, { note, handledAt });
  }
}

function isMore({ seats, people }: LeftOver, note: string): boolean {
  const [knownSeats = 0, knownPeople = 0] = note.split(' ').map(Number);
  return seats > knownSeats || people > knownPeople;
}
