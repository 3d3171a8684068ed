import { Injectable } from '@nestjs/common';

import { isSameName } from '../enrolments/answers.rules.js';
import type { ChildAge } from '../enrolments/enrolment-words.rules.js';
import { isTooSoon } from '../enrolments/proof.rules.js';
import { Clock } from '../kernel/clock.js';
import { Database, type Writer } from '../platform/database/database.js';
import { CodeMails } from '../platform/mail/code-mails.service.js';
import { Programme } from '../programmes/programme.entity.js';
import { InterestChildAge } from './interest-child-age.entity.js';
import { InterestLetters } from './interest-letters.service.js';
import { Interest } from './interest.entity.js';

/** What somebody leaves on the page. */
export interface InterestRequest {
  readonly programmeId: number;
  readonly firstName: string;
  readonly email: string;
  readonly childAges: readonly ChildAge[];
  readonly language: string;
}

/** Somebody without a safe mailbox, as staff write them down on the telephone. */
export interface PhoneInterest extends Omit<InterestRequest, 'email'> {
  readonly phone: string;
  readonly whenToCall: string;
  readonly hideCaller: boolean;
}

/** Takes down who wants to know when a programme is given. */
@Injectable()
export class InterestRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly codes: CodeMails,
    private readonly letters: InterestLetters,
  ) {}

  /**
   * Keeps what was typed beside whatever is known and mails a link; only the link puts anybody on the
   * list. A second click within the minute changes nothing, and nor does what is over the limits. Nothing
   * of it tells the visitor whether the address was known. `from` is their IP address.
   */
  ask({ from, ...request }: InterestRequest & { readonly from: string }): Promise<void> {
    return this.db.transaction(async (em) => {
      await em.lockRow(Programme, request.programmeId);
      const now = this.clock.now();
      const { programmeId, email } = request;
      const asked = await em.findBy(Interest, { programmeId, email, state: 'asked' });
      const same = asked.filter((known) => isSameName(known, request));
      if (same.some(({ createdAt }) => isTooSoon(createdAt, now))) return;
      await this.codes.takeTurn(em, email);
      if (!(await this.codes.allows(em, email, from))) return;
      const nobodyCalls = { phone: null, whenToCall: null, hideCaller: false };
      const interest = await this.add(em, { ...request, ...nobodyCalls }, 'asked');
      await this.letters.prove(em, interest, from);
    });
  }

  /** Puts somebody who has no safe mailbox on the list; they are called, never mailed. */
  addByPhone(person: PhoneInterest): Promise<number> {
    return this.db.transaction(async (em) => {
      await em.lockRow(Programme, person.programmeId);
      return (await this.add(em, { ...person, email: null }, 'listed')).id;
    });
  }

  private async add(
    em: Writer,
    { childAges, ...person }: NewInterest,
    state: Interest['state'],
  ): Promise<Interest> {
    const now = this.clock.now();
    const times = { wantedAt: now, stayAskedAt: null, createdAt: now };
    const interest = await em.save(em.create(Interest, { ...person, ...times, state }));
    const ages = [...new Set(childAges)].map((band) => ({ interestId: interest.id, band }));
    if (ages.length > 0) await em.insert(InterestChildAge, ages);
    return interest;
  }
}

type NewInterest = Pick<
  Interest,
  'programmeId' | 'firstName' | 'email' | 'phone' | 'whenToCall' | 'hideCaller' | 'language'
> & { readonly childAges: readonly ChildAge[] };
