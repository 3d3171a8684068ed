import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Database, type Reader } from '../platform/database/database.js';
import { refusersOfMail } from '../participants/contact-choices.service.js';
import type { Step } from '../platform/web/session/steps.js';
import { Participant } from '../participants/participant.entity.js';
import { SignInProof } from './sign-in-proof.entity.js';
import { MAX_TRIES, signInState } from './sign-in.rules.js';

/** Who may be meant by a proved mailbox. */
export interface SignInPerson {
  readonly id: number;
  readonly firstName: string;
}

/** A proved mailbox of a browser, and the adults who have it. */
export interface ProvedMailbox {
  readonly step: Step;
  readonly proof: SignInProof;
  readonly people: readonly SignInPerson[];
}

/** From a proved mailbox to a person: two adults who share one are asked whose places it is about. */
@Injectable()
export class SignInPeople {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Who may sign in by the first of a browser's steps that is proved; null when none is, or too long ago. */
  async behind(steps: readonly Step[]): Promise<ProvedMailbox | null> {
    const now = this.clock.now();
    for (const step of steps) {
      const proof = await this.db.read.findOneBy(SignInProof, { id: step.subjectId });
      if (proof && signInState(proof, now) === 'proved')
        return { step, proof, people: await peopleAt(this.db.read, proof.email) };
    }
    return null;
  }

  /** A wrong code of a person's own counts like a wrong mailed one; true when that was the last try. */
  missed(proofId: number): Promise<boolean> {
    return this.db.transaction(async (em) => {
      await em.lockRow(SignInProof, proofId);
      const proof = await em.findOneBy(SignInProof, { id: proofId });
      if (!proof || signInState(proof, this.clock.now()) !== 'proved') return true;
      await em.update(SignInProof, { id: proofId }, { tries: proof.tries + 1 });
      return proof.tries + 1 >= MAX_TRIES;
    });
  }

  /** Ends the sign-in; true for the one who may give the browser its session. */
  finish(proofId: number, participantId: number): Promise<boolean> {
    return this.db.transaction(async (em) => {
      await em.lockRow(SignInProof, proofId);
      const proof = await em.findOneBy(SignInProof, { id: proofId });
      const now = this.clock.now();
      if (!proof || signInState(proof, now) !== 'proved') return false;
      const people = await peopleAt(em, proof.email);
      if (!people.some(({ id }) => id === participantId)) return false;
      await em.update(SignInProof, { id: proofId }, { finishedAt: now });
      return true;
    });
  }
}

/** The adults at an address who want mail, in the order in which they came. */
export async function peopleAt(em: Reader, email: string): Promise<readonly SignInPerson[]> {
  const people = await em.find(Participant, { where: { email }, order: { id: 'ASC' } });
  const ids = people.map(({ id }) => id);
  const refusers = await refusersOfMail(em, ids);
  return people.flatMap(({ id, firstName }) => (refusers.has(id) ? [] : [{ id, firstName }]));
}
