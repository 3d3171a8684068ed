import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { sha256 } from '../kernel/secret.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { LimitKeys } from '../platform/web/session/limit-keys.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { openProofs } from './enrolment-proofs.service.js';
import { MAX_TRIES, opensAgain, proofState, type ProofState } from './proof.rules.js';
import { PlaceGiver, type ProvedWhere } from './place-giver.service.js';
import { lockPlaceIfAny, type LockedPlace } from './round-lock.writes.js';
import { liveEnrolmentsOf } from './same-person.queries.js';
import { SeatOffers } from './seat-offers.service.js';

/** What became of a code or a link. */
export type Confirmation =
  | { readonly kind: 'done'; readonly enrolmentId: number; readonly participantId: number }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** Address and code do not belong together, or no longer open anything. */
  | { readonly kind: 'wrong-pair' }
  | { readonly kind: 'round-cancelled' }
  | { readonly kind: Exclude<ProofState, 'valid'> };

/** Guesses at the code of one address in one round by browsers that did not ask for it. */
const GUESSES = { act: 'code-by-address', max: 5, minutes: 60 };
/** The same from all networks together. */
const GUESSES_ALTOGETHER = { act: 'code-by-address-all', max: 50, minutes: 60 };

/** Turns a proved mailbox into a seat or a place in the queue. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
    private readonly keys: LimitKeys,
    private readonly places: PlaceGiver,
    private readonly offers: SeatOffers,
  ) {}

  /**
   * The code as typed and normalised, for the enrolment this browser is in the middle of. Codes that
   * the same person got for the round by another browser are as good. A wrong one counts; after five a
   * new code is needed.
   */
  async byCode(enrolmentId: number, code: string): Promise<Confirmation> {
    return this.db.transaction(async (em) => {
      const place = await lockPlaceIfAny(em, enrolmentId);
      if (!place) return { kind: 'expired' };
      if (place.enrolment.state !== 'pending')
        return (await this.usedHere(em, [enrolmentId], code)) ?? { kind: 'expired' };
      const proofs = await openProofs(em, await liveEnrolmentsOf(em, place.enrolment));
      const own = proofs.filter((proof) => proof.enrolmentId === enrolmentId);
      const [newest] = own;
      if (!newest) return { kind: 'expired' };
      const now = this.clock.now();
      const state = proofState(newest, now);
      if (state !== 'valid') return { kind: state };
      const codeHash = sha256(code);
      const right = proofs.find(
        (proof) => proof.codeHash === codeHash && proofState(proof, now) === 'valid',
      );
      if (!right) return this.countMiss(em, own);
      return this.settle(em, place, right, 'here');
    });
  }

  /**
   * The code of an enrolment that this browser was in the middle of and that has been confirmed: by the first
   * press of two, or by the link. For half an hour it opens the same browser; null when it does not.
   */
  again(enrolmentIds: readonly number[], code: string): Promise<Confirmation | null> {
    return this.usedHere(this.db.read, enrolmentIds, code);
  }

  /**
   * The same where the browser has lost its cookie and gives the address instead. Two adults may share
   * it, so the code itself decides whose enrolment it is. The answer to a wrong one is the same for
   * every address, so that nobody learns who is enrolled, and costs the person none of their tries; after
   * too many guesses from an IP address every code is wrong.
   */
  async byAddress(
    roundId: number,
    email: string,
    code: string,
    from: string,
  ): Promise<Confirmation> {
    if (!(await this.mayGuess(roundId, email, from))) return { kind: 'wrong-pair' };
    const candidates = await this.db.read.findBy(Enrolment, { roundId, email });
    const proof = await this.db.read.findOneBy(EnrolmentProof, {
      enrolmentId: In(candidates.map(({ id }) => id)),
      codeHash: sha256(code),
      voidedAt: IsNull(),
    });
    if (!proof) return { kind: 'wrong-pair' };
    const { tokenHash } = proof;
    return this.db.transaction((em) => this.byProof(em, tokenHash));
  }

  private mayGuess(roundId: number, email: string, from: string): Promise<boolean> {
    const who = `${roundId} ${this.keys.mailbox(email)}`;
    return this.db.transaction((em) =>
      this.limits.allows(em, [
        { ...GUESSES, who: `${who} ${this.keys.network(from)}` },
        { ...GUESSES_ALTOGETHER, who },
      ]),
    );
  }

  /** The link of the mail, in any browser; signs nobody in. */
  byLink(token: string): Promise<Confirmation> {
    return this.db.transaction((em) => this.byProof(em, sha256(token)));
  }

  /** What a link is worth before anybody presses its button; changes nothing. */
  async peek(token: string): Promise<ProofState> {
    const proof = await this.db.read.findOneBy(EnrolmentProof, { tokenHash: sha256(token) });
    return proof ? proofState(proof, this.clock.now()) : 'expired';
  }

  /** A mailed proof in a browser that may not be the one in which the form was filled in. */
  private async byProof(em: Writer, tokenHash: string): Promise<Confirmation> {
    const found = await lockProof(em, tokenHash);
    if (!found) return { kind: 'expired' };
    const { proof, place } = found;
    const state = proofState(proof, this.clock.now());
    if (state !== 'valid') return { kind: state };
    return this.settle(em, place, proof, 'elsewhere');
  }

  private async usedHere(
    em: Reader,
    enrolmentIds: readonly number[],
    code: string,
  ): Promise<Confirmation | null> {
    if (enrolmentIds.length === 0) return null;
    const proof = await em.findOneBy(EnrolmentProof, {
      enrolmentId: In([...enrolmentIds]),
      codeHash: sha256(code),
      voidedAt: IsNull(),
    });
    if (!proof || !opensAgain(proof, this.clock.now())) return null;
    const { enrolmentId } = proof;
    const owner = await em.findOneBy(Enrolment, { id: enrolmentId });
    const participantId = owner?.participantId ?? null;
    return participantId === null ? null : { kind: 'done', enrolmentId, participantId };
  }

  /** On every code that the browser may still use, the newest first, so that no new one gives more tries at it. */
  private async countMiss(em: Writer, own: readonly EnrolmentProof[]): Promise<Confirmation> {
    for (const { id, tries } of own) await em.update(EnrolmentProof, { id }, { tries: tries + 1 });
    const triesLeft = MAX_TRIES - (own[0]?.tries ?? 0) - 1;
    return triesLeft === 0 ? { kind: 'used-up' } : { kind: 'wrong', triesLeft };
  }

  private async settle(
    em: Writer,
    place: LockedPlace,
    proof: EnrolmentProof,
    where: ProvedWhere,
  ): Promise<Confirmation> {
    if (place.round.state === 'cancelled') return { kind: 'round-cancelled' };
    await em.update(EnrolmentProof, { id: proof.id }, { usedAt: this.clock.now() });
    const owner = await this.places.give(em, place.enrolment, place, where);
    await this.offers.offerNext(em, place);
    return { kind: 'done', ...owner };
  }
}

/** What a link proves, and for whose place; it goes on to another row when two of a person's become one. */
async function lockProof(
  em: Writer,
  tokenHash: string,
): Promise<{ readonly proof: EnrolmentProof; readonly place: LockedPlace } | null> {
  for (;;) {
    const found = await em.findOneBy(EnrolmentProof, { tokenHash });
    if (!found) return null;
    const { enrolmentId } = found;
    const place = await lockPlaceIfAny(em, enrolmentId);
    const proof = await em.findOneBy(EnrolmentProof, { tokenHash, enrolmentId });
    if (place && proof) return { proof, place };
  }
}
