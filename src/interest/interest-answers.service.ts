import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';

import { isSamePerson } from '../enrolments/answers.rules.js';
import { proofState } from '../enrolments/proof.rules.js';
import { Clock } from '../kernel/clock.js';
import { sha256 } from '../kernel/secret.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { Round } from '../rounds/round.entity.js';
import { InterestLetters } from './interest-letters.service.js';
import { InterestLink } from './interest-link.entity.js';
import { Interest } from './interest.entity.js';

/**
 * What a mailed link is good for. `prove`: the button puts the person on the list. `stay`: the button
 * keeps them there. `listed`: they are on it. `expired`: it opens nothing (any more).
 */
export type LinkState = 'prove' | 'stay' | 'listed' | 'expired';

interface FoundLink {
  readonly link: InterestLink;
  readonly interest: Interest;
}

/** What people do with the links they were mailed. No answer tells who they are or what the list is for. */
@Injectable()
export class InterestAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly letters: InterestLetters,
  ) {}

  /** What a link is good for, before anybody presses its button; changes nothing. */
  async peek(token: string): Promise<LinkState> {
    const found = await find(this.db.read, token);
    return found ? this.stateOf(found) : 'expired';
  }

  /**
   * Presses the button: puts the person on the list, or keeps them there for another time. Pressed again
   * it says the same. What the same person left before is taken in.
   */
  accept(token: string): Promise<LinkState> {
    return this.withLink(token, async (em, found) => {
      const state = this.stateOf(found);
      if (state === 'expired' || state === 'listed') return state;
      const { link, interest } = found;
      const now = this.clock.now();
      await em.update(InterestLink, { id: link.id }, { usedAt: now });
      const isNew = state === 'prove' && !(await this.takeInOthers(em, interest));
      const wanted = { state: 'listed', wantedAt: now, stayAskedAt: null } as const;
      await em.update(Interest, { id: interest.id }, wanted);
      if (isNew) await this.tellOfHidden(em, Object.assign(interest, wanted));
      return 'listed';
    });
  }

  /** Takes the person off the list, whichever of their mails they do it by. Gone already is as good. */
  async leave(token: string): Promise<void> {
    await this.withLink(token, async (em, { interest }) => {
      // Links, calls and ages go with the row; mails that have not left are cancelled.
      await em.delete(Interest, { id: interest.id });
    });
  }

  /** Whether there is anybody to take off the list by this link. */
  async mayLeave(token: string): Promise<boolean> {
    const found = await find(this.db.read, token);
    return found !== null && found.interest.state === 'listed';
  }

  /** The public path of the round that a mail told of, without its language; null when there is none. */
  async roundPath(token: string): Promise<string | null> {
    const found = await find(this.db.read, token);
    const round = await this.db.read.findOne(Round, {
      where: { id: found?.link.roundId ?? 0 },
      relations: { programme: true },
    });
    if (!round?.programme || round.state === 'planned') return null;
    return `/kurser/${round.programme.slug}/${round.slug}`;
  }

  private stateOf({ link, interest }: FoundLink): LinkState {
    if (link.kind === 'round') return 'listed';
    if (link.usedAt !== null) return 'listed';
    if (link.kind === 'stay') return 'stay';
    const { createdAt, sentAt, usedAt } = link;
    const times = { createdAt, sentAt, usedAt, voidedAt: null, tries: 0 };
    if (proofState(times, this.clock.now()) !== 'valid') return 'expired';
    return interest.state === 'listed' ? 'listed' : 'prove';
  }

  /** Earlier rows of the same person go: the newest answers count. Whether they were on the list. */
  private async takeInOthers(em: Writer, interest: Interest): Promise<boolean> {
    const { programmeId } = interest;
    const rows = await em.findBy(Interest, { programmeId, email: interest.email ?? '' });
    const others = rows.filter((row) => row.id !== interest.id && isSamePerson(row, interest));
    for (const { id } of others) {
      // Mails that have been sent keep their links: they now speak of this row.
      await em.update(InterestLink, { interestId: id }, { interestId: interest.id });
      await em.delete(Interest, { id });
    }
    return others.some(({ state }) => state === 'listed');
  }

  /** Who joins while a round is published but not shown yet would otherwise never hear of it. */
  private async tellOfHidden(em: Writer, interest: Interest): Promise<void> {
    const { programmeId } = interest;
    const programme = await em.findOneByOrFail(Programme, { id: programmeId });
    const now = this.clock.now();
    const rounds = await em.find(Round, {
      where: { programmeId, state: 'published', showsFrom: MoreThan(now) },
      relations: { venue: true },
      order: { startsAt: 'ASC' },
    });
    for (const round of rounds) await this.letters.tellOf(em, [interest], { round, programme });
  }

  /** Does something with a link while nobody else changes the list of its programme. */
  private async withLink<T>(
    token: string,
    act: (em: Writer, found: FoundLink) => Promise<T>,
  ): Promise<T | 'expired'> {
    const seen = await find(this.db.read, token);
    if (!seen) return 'expired';
    return this.db.transaction(async (em) => {
      await em.lockRow(Programme, seen.interest.programmeId);
      const found = await find(em, token);
      return found ? act(em, found) : 'expired';
    });
  }
}

async function find(em: Reader, token: string): Promise<FoundLink | null> {
  const link = await em.findOneBy(InterestLink, { tokenHash: sha256(token) });
  const interest = link && (await em.findOneBy(Interest, { id: link.interestId }));
  return link && interest ? { link, interest } : null;
}
