import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { hashPassword, passwordMatches } from '../platform/passwords.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { OwnCode } from './own-code.entity.js';
import { SignInProof } from './sign-in-proof.entity.js';
import { MAX_TRIES, signInState } from './sign-in.rules.js';

/** Four digits are few: so many tries for one person, whoever makes them and in however many browsers. */
const TRIES = [
  { act: 'own-code-hour', max: 10, minutes: 60 },
  { act: 'own-code-day', max: 15, minutes: 24 * 60 },
];

/** What became of a try. */
export type OwnCodeTry = 'right' | 'wrong' | 'used-up' | 'too-many';

/** The code that a person may have chosen on top of the mailed one. */
@Injectable()
export class OwnCodes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
  ) {}

  /** Whether the person has one. */
  isSet(participantId: number): Promise<boolean> {
    return this.db.read.existsBy(OwnCode, { participantId });
  }

  /** Chooses or replaces it; `digits` is four to six. */
  async set(participantId: number, digits: string): Promise<void> {
    const hash = await hashPassword(digits);
    const setAt = this.clock.now();
    await this.db.transaction((em) =>
      em.upsert(OwnCode, { participantId, hash, setAt }, ['participantId']),
    );
  }

  /** Does without it from now on; also for staff, when somebody calls who has forgotten it. */
  async remove(participantId: number): Promise<void> {
    await this.db.transaction((em) => em.delete(OwnCode, { participantId }));
  }

  /** Tries it in a browser that has proved the mailbox; a wrong one counts for the mailed code as well. */
  async try(proofId: number, participantId: number, digits: string): Promise<OwnCodeTry> {
    try {
      await this.db.transaction(async (em) => {
        const who = String(participantId);
        await this.limits.takeTurn(em, `own-code ${who}`);
        await this.limits.spend(em, who, ...TRIES);
      });
    } catch (error) {
      if (error instanceof Refusal) return 'too-many';
      throw error;
    }
    const own = await this.db.read.findOneBy(OwnCode, { participantId });
    if (own && (await passwordMatches(digits, own.hash))) return 'right';
    return this.countMiss(proofId);
  }

  private countMiss(proofId: number): Promise<OwnCodeTry> {
    return this.db.transaction(async (em) => {
      await em.lockRow(SignInProof, proofId);
      const proof = await em.findOneBy(SignInProof, { id: proofId });
      if (!proof || signInState(proof, this.clock.now()) !== 'proved') return 'used-up';
      await em.update(SignInProof, { id: proofId }, { tries: proof.tries + 1 });
      return proof.tries + 1 >= MAX_TRIES ? 'used-up' : 'wrong';
    });
  }
}
