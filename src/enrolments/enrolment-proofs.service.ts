import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusHours } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { randomCode, randomToken, sha256 } from '../kernel/secret.js';
import { Config } from '../platform/config/config.js';
import type { Language } from '../platform/config/settings.js';
import { Database, type Writer } from '../platform/database/database.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Translations } from '../platform/web/translations.js';
import { Participant } from '../participants/participant.entity.js';
import { isSamePerson } from './answers.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { codeMail } from './enrolments.mails.js';
import { isTooSoon } from './proof.rules.js';

const CODES_PER_ADDRESS = [
  { act: 'code-hour', max: 3, minutes: 60 },
  { act: 'code-day', max: 8, minutes: 24 * 60 },
];

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
   * the last one is less than a minute old. @throws Refusal `too-many`
   */
  async send(em: Writer, enrolment: Enrolment, language: Language): Promise<void> {
    const now = this.clock.now();
    const email = enrolment.email;
    if (email === null) return;
    const last = await newestProof(em, enrolment.id);
    if (last && last.voidedAt === null && isTooSoon(last.createdAt, now)) return;
    await this.limits.spend(em, email, ...CODES_PER_ADDRESS);
    await voidProofs(em, enrolment.id, now);
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
      reference: enrolment.reference,
      alreadyEnrolled: enrolment.state !== 'pending',
      anotherAdult: enrolment.state === 'pending' && (await this.isAnotherAdult(em, enrolment)),
      phone: this.config.supportPhone,
      // A code nobody has opened by then is no use: the mail would only surprise.
      notAfter: plusHours(now, 24),
    };
    await this.outbox.queue(em, codeMail(facts, this.translations.locale(language)));
  }

  /** Sends a new code for the enrolment that this browser is in the middle of. @throws Refusal */
  sendAgain(enrolmentId: number, language: Language): Promise<void> {
    return this.db.transaction(async (em) => {
      const enrolment = await em.findOneBy(Enrolment, { id: enrolmentId });
      if (!enrolment) throw new Refusal('code-expired');
      await this.send(em, enrolment, language);
    });
  }

  /**
   * Puts right a mistyped address. Only while the enrolment is unproven; codes sent to the old
   * address are worth nothing from then on. @throws Refusal `already-proved`, `too-many`
   */
  correctAddress(enrolmentId: number, email: string, language: Language): Promise<void> {
    return this.db.transaction(async (em) => {
      const enrolment = await em.findOneBy(Enrolment, { id: enrolmentId });
      if (enrolment?.state !== 'pending') throw new Refusal('already-proved');
      if (enrolment.email !== email) {
        await voidProofs(em, enrolment.id, this.clock.now());
        await em.update(Enrolment, { id: enrolment.id }, { email });
      }
      await this.send(em, Object.assign(enrolment, { email }), language);
    });
  }

  private async isAnotherAdult(em: Writer, enrolment: Enrolment): Promise<boolean> {
    const people = await em.findBy(Participant, { email: enrolment.email ?? '' });
    return people.length > 0 && !people.some((person) => isSamePerson(person, enrolment));
  }
}

/** The last code that was made for an enrolment, or null. */
export function newestProof(em: Writer, enrolmentId: number): Promise<EnrolmentProof | null> {
  return em.findOne(EnrolmentProof, { where: { enrolmentId }, order: { id: 'DESC' } });
}

async function voidProofs(em: Writer, enrolmentId: number, now: Date): Promise<void> {
  const open = await em.findBy(EnrolmentProof, { enrolmentId, voidedAt: IsNull() });
  if (open.length === 0) return;
  await em.update(EnrolmentProof, { id: In(open.map(({ id }) => id)) }, { voidedAt: now });
}
