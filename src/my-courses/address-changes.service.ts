import { Injectable } from '@nestjs/common';

import { isSameName } from '../enrolments/answers.rules.js';
import type { CodeAsker } from '../enrolments/enrolment-proofs.service.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { OfferRenewals } from '../enrolments/offer-renewals.service.js';
import { InterestOwners } from '../interest/interest-owners.service.js';
import { Clock } from '../kernel/clock.js';
import { plusMinutes } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { randomCode, sha256 } from '../kernel/secret.js';
import { Participant } from '../participants/participant.entity.js';
import { Config } from '../platform/config/config.js';
import { Database, type Writer } from '../platform/database/database.js';
import { CodeMails } from '../platform/mail/code-mails.service.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { LimitKeys } from '../platform/web/session/limit-keys.js';
import { Translations } from '../platform/web/translations.js';
import { ComingLetters } from '../reminders/coming-letters.service.js';
import { AccessRevocations } from './access-revocations.service.js';
import { AddressChange } from './address-change.entity.js';
import { addressChangedMail, addressCodeMail } from './details.mails.js';
import { MAX_TRIES, codeState } from './sign-in.rules.js';

const PER_PERSON = { act: 'address-change', max: 5, minutes: 24 * 60 };
/** A code that nobody has waited for is no use. */
const MAIL_MINUTES = 120;

/** What became of a code for a new address. */
export type AddressOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'expired' | 'used-up' }
  | { readonly kind: 'wrong'; readonly triesLeft: number };

/** The browser in which an address is changed. */
export interface Changer {
  readonly participantId: number;
  readonly sessionId: string;
}

/** Moves a person to another address, once they have proved that they read it. */
@Injectable()
export class AddressChanges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
    private readonly keys: LimitKeys,
    private readonly codes: CodeMails,
    private readonly outbox: Outbox,
    private readonly translations: Translations,
    private readonly config: Config,
    private readonly access: AccessRevocations,
    private readonly renewals: OfferRenewals,
    private readonly coming: ComingLetters,
    private readonly interests: InterestOwners,
  ) {}

  /**
   * Mails a code to the new address. Nothing changes until it is typed in the same browser, and what was
   * asked for before is forgotten. @throws Refusal `too-many`
   */
  ask(
    { participantId, sessionId }: Changer,
    wish: { readonly email: string; readonly silent: boolean } & CodeAsker,
  ): Promise<void> {
    const { email, silent, language, from } = wish;
    const code = randomCode();
    return this.db.transaction(async (em) => {
      await this.limits.spend(em, String(participantId), PER_PERSON);
      await this.codes.takeTurn(em, email);
      const isAllowed = await this.codes.allows(em, email, from);
      const createdAt = this.clock.now();
      const fresh = {
        ...{ email, silent, codeHash: sha256(code), sessionHash: sha256(sessionId) },
        ...{ createdAt, sentAt: null, tries: 0 },
      };
      await em.upsert(AddressChange, { participantId, ...fresh }, ['participantId']);
      const { id: changeId } = await em.findOneByOrFail(AddressChange, { participantId });
      const facts = {
        ...{ changeId, createdAt, to: email, code },
        phone: this.config.supportPhone,
        notAfter: plusMinutes(createdAt, MAIL_MINUTES),
      };
      const locale = this.translations.locale(language);
      if (isAllowed) await this.codes.queue(em, addressCodeMail(facts, locale), from);
    });
  }

  /** The address that waits to be proved in this browser, as long as its code is worth anything; or null. */
  async waiting({ participantId, sessionId }: Changer): Promise<string | null> {
    const here = { participantId, sessionHash: sha256(sessionId) };
    const change = await this.db.read.findOneBy(AddressChange, here);
    return change && codeState(change, this.clock.now()) === 'valid' ? change.email : null;
  }

  /**
   * The code as typed and normalised. Right: in the same transaction the person has the new address, and
   * everything that the old one could still open or get is dead.
   * @throws Refusal `known-person` when somebody of the same name has that address already
   */
  confirm(changer: Changer, code: string): Promise<AddressOutcome> {
    const { participantId, sessionId } = changer;
    const sessionHash = sha256(sessionId);
    return this.db.transaction(async (em) => {
      await this.renewals.lock(em, participantId);
      await em.lockRow(Participant, participantId);
      const change = await em.findOneBy(AddressChange, { participantId, sessionHash });
      if (!change) return { kind: 'expired' };
      const state = codeState(change, this.clock.now());
      if (state !== 'valid') return { kind: state };
      if (change.codeHash !== sha256(code)) return countMiss(em, change);
      await this.move(em, changer, change);
      return { kind: 'changed' };
    });
  }

  private async move(em: Writer, changer: Changer, { id, email, silent }: AddressChange) {
    const { participantId, sessionId } = changer;
    const person = await em.findOneByOrFail(Participant, { id: participantId });
    await refuseNamesake(em, person, email);
    await em.delete(AddressChange, { id });
    await this.access.revoke(em, participantId, sessionId);
    const { phone, language } = person;
    await this.interests.follow(em, person, { phone, language, email });
    await em.update(Participant, { id: participantId }, { email });
    const mailboxHash = this.keys.mailbox(email);
    await em.update(Enrolment, { participantId }, { email, mailboxHash });
    await this.outbox.cancelAllTo(em, participantId);
    await this.renewals.renew(em, participantId);
    await this.coming.renew(em, participantId);
    if (!silent && person.email !== null) await this.tellOld(em, person, person.email);
  }

  private async tellOld(em: Writer, person: Participant, to: string): Promise<void> {
    const facts = {
      participantId: person.id,
      at: this.clock.now(),
      to,
      phone: this.config.supportPhone,
    };
    const locale = this.translations.localeOf(person.language);
    await this.outbox.queue(em, addressChangedMail(facts, locale));
  }
}

async function countMiss(em: Writer, { id, tries }: AddressChange): Promise<AddressOutcome> {
  await em.update(AddressChange, { id }, { tries: tries + 1 });
  const triesLeft = MAX_TRIES - tries - 1;
  return triesLeft === 0 ? { kind: 'used-up' } : { kind: 'wrong', triesLeft };
}

/** Same address and same first name is the same person, so there must not be two of them. */
async function refuseNamesake(em: Writer, person: Participant, email: string): Promise<void> {
  const others = await em.findBy(Participant, { email });
  if (others.some((other) => other.id !== person.id && isSameName(other, person)))
    throw new Refusal('known-person');
}
