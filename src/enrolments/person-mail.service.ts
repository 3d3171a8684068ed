import { Injectable } from '@nestjs/common';

import type { Writer } from '../platform/database/database.js';
import type { OutgoingMessage } from '../platform/mail/message.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { Participant } from '../participants/participant.entity.js';
import type { CallTaskKind } from './call-task.entity.js';
import { CallTasks, type NewCallTask } from './call-tasks.service.js';

/** How a person is told: by mail, by a call that staff make, or not at all. */
export type ToldBy = 'mail' | 'call' | 'nobody';

/** Tells a person something by the way that they can be reached. */
@Injectable()
export class PersonMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly tasks: CallTasks,
  ) {}

  /**
   * Mails it to the person's present address; where no mail may go, staff get a task to call.
   * @param taskKind null for what the person knows already, so that nobody has to call
   */
  async queue(
    em: Writer,
    participantId: number,
    message: Omit<OutgoingMessage, 'to'>,
    taskKind: CallTaskKind | null,
    task: Omit<NewCallTask, 'kind' | 'participantId'> = {},
  ): Promise<ToldBy> {
    const { email } = await em.findOneByOrFail(Participant, { id: participantId });
    if (email !== null) {
      await this.outbox.queue(em, { ...message, to: email });
      return 'mail';
    }
    if (taskKind === null) return 'nobody';
    await this.tasks.add(em, { ...task, kind: taskKind, participantId });
    return 'call';
  }
}
