import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { sha256 } from '../kernel/secret.js';
import { Database, type Writer } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { MAX_TRIES, opensAgain, proofState, type ProofState } from './proof.rules.js';
import { PlaceGiver } from './place-giver.service.js';
import { lockRound } from './round-lock.js';

/** What became of a code or a link. */
export type Confirmation =
  | { readonly kind: 'done'; readonly enrolmentId: number; readonly participantId: number }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: Exclude<ProofState, 'valid'> };

/** Turns a proved mailbox into a seat or a place in the queue. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: PlaceGiver,
  ) {}

  /**
   * The code as typed and normalised, for the enrolment this browser is in the middle of. A wrong one
   * counts; after five a new code is needed. Used once already, it opens the same browser again.
   */
  async byCode(enrolmentId: number, code: string): Promise<Confirmation> {
    const enrolment = await this.db.read.findOneBy(Enrolment, { id: enrolmentId });
    if (!enrolment) return { kind: 'expired' };
    return this.db.transaction(async (em) => {
      await lockRound(em, enrolment.roundId);
      const proof = await em.findOne(EnrolmentProof, {
        where: { enrolmentId, voidedAt: IsNull() },
        order: { id: 'DESC' },
      });
      if (!proof) return { kind: 'expired' };
      const now = this.clock.now();
      const state = proofState(proof, now);
      if (state !== 'valid' && !opensAgain(proof, now)) return { kind: state };
      if (proof.codeHash !== sha256(code)) return this.countMiss(em, proof);
      return this.settle(em, proof);
    });
  }

  /**
   * The same where the browser has lost its cookie and gives the address instead. Two adults may share
   * it, so the code itself decides whose enrolment it is.
   */
  async byAddress(roundId: number, email: string, code: string): Promise<Confirmation> {
    const candidates = await this.db.read.find(Enrolment, {
      where: { roundId, email },
      order: { id: 'DESC' },
    });
    let answer: Confirmation = { kind: 'wrong', triesLeft: MAX_TRIES };
    for (const { id } of candidates) {
      answer = await this.byCode(id, code);
      if (answer.kind === 'done') return answer;
    }
    return answer;
  }

  /** The link of the mail, in any browser; signs nobody in. */
  async byLink(token: string): Promise<Confirmation> {
    const found = await this.byToken(token);
    if (!found) return { kind: 'expired' };
    return this.db.transaction(async (em) => {
      await lockRound(em, found.roundId);
      const proof = await em.findOneByOrFail(EnrolmentProof, { tokenHash: sha256(token) });
      const state = proofState(proof, this.clock.now());
      return state === 'valid' ? this.settle(em, proof) : { kind: state };
    });
  }

  /** What a link is worth before anybody presses its button; changes nothing. */
  async peek(token: string): Promise<ProofState> {
    const found = await this.byToken(token);
    return found ? proofState(found.proof, this.clock.now()) : 'expired';
  }

  private async byToken(
    token: string,
  ): Promise<{ readonly proof: EnrolmentProof; readonly roundId: number } | null> {
    const proof = await this.db.read.findOneBy(EnrolmentProof, { tokenHash: sha256(token) });
    if (!proof) return null;
    const enrolment = await this.db.read.findOneBy(Enrolment, { id: proof.enrolmentId });
    return enrolment && { proof, roundId: enrolment.roundId };
  }

  private async countMiss(em: Writer, proof: EnrolmentProof): Promise<Confirmation> {
    await em.update(EnrolmentProof, { id: proof.id }, { tries: proof.tries + 1 });
    const triesLeft = MAX_TRIES - proof.tries - 1;
    return triesLeft === 0 ? { kind: 'used-up' } : { kind: 'wrong', triesLeft };
  }

  private async settle(em: Writer, proof: EnrolmentProof): Promise<Confirmation> {
    const enrolment = await em.findOneByOrFail(Enrolment, { id: proof.enrolmentId });
    const owner = await this.places.give(em, enrolment);
    if (proof.usedAt === null && owner.enrolmentId === enrolment.id)
      await em.update(EnrolmentProof, { id: proof.id }, { usedAt: this.clock.now() });
    return { kind: 'done', ...owner };
  }
}
