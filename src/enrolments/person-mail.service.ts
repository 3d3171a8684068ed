import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';

import { refusersOfMail } from '../participants/contact-choices.service.js';
import { Participant } from '../participants/participant.entity.js';
import type { Reader, Writer } from '../platform/database/database.js';
import type { Unaddressed } from '../platform/mail/message.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import type { CallTaskKind } from './call-task.entity.js';
import { CallTasks, type NewCallTask } from './call-tasks.service.js';
import { isPhoneOnly } from './phone-only.queries.js';

/** How a person is told: by mail, by a call that staff make, or not at all. */
export type ToldBy = 'mail' | 'call' | 'nobody';

/** One of many mails. */
export interface PersonMessage {
  readonly participantId: number;
  readonly message: Unaddressed;
}

/** Tells a person something by the way that they can be reached and want to be. */
@Injectable()
export class PersonMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly tasks: CallTasks,
  ) {}

  /**
   * Mails it to the person's present address. Where no mail may go, staff get a task to call: there is no
   * address, no mail is wanted, or the mail is secret (it holds a link that acts) and the task's
   * enrolment is changed by telephone only.
   * @param taskKind null for what the person knows already, so that nobody has to call
   */
  async queue(
    em: Writer,
    participantId: number,
    message: Unaddressed,
    taskKind: CallTaskKind | null,
    task: Omit<NewCallTask, 'kind' | 'participantId'> = {},
  ): Promise<ToldBy> {
    const acts = message.secret === true && (await isPhoneOnly(em, task.enrolmentId ?? 0));
    const sent = acts ? 0 : await this.queueAll(em, [{ participantId, message }]);
    if (sent > 0) return 'mail';
    if (taskKind === null) return 'nobody';
    await this.tasks.add(em, { ...task, kind: taskKind, participantId });
    return 'call';
  }

  /**
   * Many at once, about what nobody has to be called for, by mails that hold no link that acts; says how
   * many are written to. A constant number of statements besides the mails' own.
   */
  async queueAll(em: Writer, mails: readonly PersonMessage[]): Promise<number> {
    const addresses = await addressesOf(
      em,
      mails.map(({ participantId }) => participantId),
    );
    const messages = mails.flatMap(({ participantId, message }) => {
      const to = addresses.get(participantId);
      return to === undefined ? [] : [{ ...message, to, personId: participantId }];
    });
    await this.outbox.queueAll(em, messages);
    return messages.length;
  }
}

/** Where to write to; whoever has no address or wants no mail is missing. */
async function addressesOf(em: Reader, all: readonly number[]): Promise<Map<number, string>> {
  const ids = [...new Set(all)];
  const refusers = await refusersOfMail(em, ids);
  const people = await em.findBy(Participant, { id: In(ids), email: Not(IsNull()) });
  return new Map(
    people.flatMap(({ id, email }) => (email === null || refusers.has(id) ? [] : [[id, email]])),
  );
}
