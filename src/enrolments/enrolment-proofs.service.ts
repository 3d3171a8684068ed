import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusHours } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { randomCode, randomToken, sha256 } from '../kernel/secret.js';
import { Config } from '../platform/config/config.js';
import type { Language } from '../platform/config/settings.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Translations } from '../platform/web/translations.js';
import { mailboxIsEnough, trustedByMailbox } from '../participants/mailbox-trust.queries.js';
import { Participant } from '../participants/participant.entity.js';
import { isSamePerson } from './answers.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { codeMail } from './enrolments.mails.js';
import { CODES_PER_ADDRESS, isTooSoon } from './proof.rules.js';
import { lockPlaceIfAny } from './round-lock.writes.js';
import { liveEnrolmentsOf } from './same-person.queries.js';

/** Sends the codes and links that prove a mailbox. */
@Injectable()
export class EnrolmentProofs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
    private readonly outbox: Outbox,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /**
   * Mails a new code and link in the caller's transaction and voids the ones before; does nothing when
   * the last one that this person got for the round is less than a minute old.
   * @throws Refusal `too-many`
   */
  async send(em: Writer, enrolment: Enrolment, language: Language): Promise<void> {
    const now = this.clock.now();
    const email = enrolment.email;
    if (email === null) return;
    const live = await liveEnrolmentsOf(em, enrolment);
    const open = await openProofs(em, [enrolment, ...live]);
    if (open[0] && isTooSoon(open[0].createdAt, now)) return;
    await this.limits.spend(em, email, ...CODES_PER_ADDRESS);
    await this.close(
      em,
      open.filter(({ enrolmentId }) => enrolmentId === enrolment.id),
    );
    const known = await this.knownPlace(em, live);
    const code = randomCode();
    const token = randomToken();
    const proof = await em.save(
      em.create(EnrolmentProof, {
        enrolmentId: enrolment.id,
        codeHash: sha256(code),
        tokenHash: sha256(token),
        createdAt: now,
        sentAt: null,
        tries: 0,
        usedAt: null,
        voidedAt: null,
      }),
    );
    const facts = {
      proofId: proof.id,
      to: email,
      code,
      href: `${this.config.baseUrl}/${language}/bekrafta/${token}`,
      reference: (known ?? enrolment).reference,
      alreadyEnrolled: known !== undefined,
      anotherAdult: await this.isAnotherAdult(em, enrolment),
      phone: this.config.supportPhone,
      // A code nobody has opened by then is no use: the mail would only surprise.
      notAfter: plusHours(now, 24),
    };
    await this.outbox.queue(em, codeMail(facts, this.translations.locale(language)));
  }

  /** Sends a new code for the enrolment that this browser is in the middle of. @throws Refusal */
  sendAgain(enrolmentId: number, language: Language): Promise<void> {
    return this.db.transaction(async (em) => {
      const place = await lockPlaceIfAny(em, enrolmentId);
      if (place?.enrolment.state !== 'pending') throw new Refusal('code-expired');
      await this.send(em, place.enrolment, language);
    });
  }

  /**
   * Puts right a mistyped address. Only while the enrolment is unproven; codes sent to the old
   * address are worth nothing from then on. @throws Refusal `already-proved`, `too-many`
   */
  correctAddress(enrolmentId: number, email: string, language: Language): Promise<void> {
    return this.db.transaction(async (em) => {
      const enrolment = (await lockPlaceIfAny(em, enrolmentId))?.enrolment;
      if (enrolment?.state !== 'pending') throw new Refusal('already-proved');
      if (enrolment.email !== email) {
        await this.void(em, [enrolment.id]);
        await em.update(Enrolment, { id: enrolment.id }, { email });
      }
      await this.send(em, Object.assign(enrolment, { email }), language);
    });
  }

  /** What has been mailed for some enrolments opens nothing from now on. */
  async void(em: Writer, enrolmentIds: readonly number[]): Promise<void> {
    if (enrolmentIds.length === 0) return;
    const open = { enrolmentId: In([...enrolmentIds]), voidedAt: IsNull() };
    await em.update(EnrolmentProof, open, { voidedAt: this.clock.now() });
  }

  private async close(em: Writer, proofs: readonly EnrolmentProof[]): Promise<void> {
    if (proofs.length === 0) return;
    const voidedAt = this.clock.now();
    await em.update(EnrolmentProof, { id: In(proofs.map(({ id }) => id)) }, { voidedAt });
  }

  /** The place that the mail may speak of: whoever else reads it must not learn who is in which round. */
  private async knownPlace(em: Writer, live: readonly Enrolment[]): Promise<Enrolment | undefined> {
    const known = live.find(({ state }) => state !== 'pending');
    return (await mailboxIsEnough(em, known?.participantId ?? 0)) ? known : undefined;
  }

  /** Nobody for whom the mailbox is not enough is spoken of in it. */
  private async isAnotherAdult(em: Writer, enrolment: Enrolment): Promise<boolean> {
    const people = await em.findBy(Participant, { email: enrolment.email ?? '' });
    if (people.some((person) => isSamePerson(person, enrolment))) return false;
    const ids = people.map(({ id }) => id);
    return (await trustedByMailbox(em, ids)).length > 0;
  }
}

/** The codes of some enrolments that no later mail has replaced, the newest first. */
export function openProofs(
  em: Reader,
  enrolments: readonly Pick<Enrolment, 'id'>[],
): Promise<EnrolmentProof[]> {
  return em.find(EnrolmentProof, {
    where: { enrolmentId: In(enrolments.map(({ id }) => id)), voidedAt: IsNull() },
    order: { id: 'DESC' },
  });
}
