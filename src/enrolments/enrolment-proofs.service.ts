import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusHours } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { randomCode, randomToken, sha256 } from '../kernel/secret.js';
import { Config } from '../platform/config/config.js';
import type { Language } from '../platform/config/settings.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { CodeMails } from '../platform/mail/code-mails.service.js';
import { LimitKeys } from '../platform/web/session/limit-keys.js';
import { Translations } from '../platform/web/translations.js';
import { mailboxIsEnough, trustedByMailbox } from '../participants/mailbox-trust.queries.js';
import { Participant } from '../participants/participant.entity.js';
import { isSamePerson } from './answers.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { codeMail } from './enrolments.mails.js';
import { isTooSoon } from './proof.rules.js';
import { lockPlaceIfAny } from './round-lock.writes.js';
import { liveEnrolmentsOf } from './same-person.queries.js';

/** Who asks for a code: the language of their page, and the IP address that they ask from. */
export interface CodeAsker {
  readonly language: Language;
  readonly from: string;
}

interface NewProof {
  readonly id: number;
  readonly code: string;
  readonly token: string;
}

/** Sends the codes and links that prove a mailbox. */
@Injectable()
export class EnrolmentProofs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly codes: CodeMails,
    private readonly keys: LimitKeys,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /**
   * Mails a new code and link in the caller's transaction and voids the ones before of the same browser; does
   * nothing when its last one is less than a minute old. Over the limits it sends nothing, and looks the same:
   * the browser gets a code that nobody knows, for its wrong tries to count on, and its last one still holds.
   */
  async send(em: Writer, enrolment: Enrolment, { language, from }: CodeAsker): Promise<void> {
    const email = enrolment.email;
    if (email === null) return;
    await this.codes.takeTurn(em, email);
    const own = await openProofs(em, [enrolment]);
    if (own[0] && isTooSoon(own[0].createdAt, this.clock.now())) return;
    const isAllowed = await this.codes.allows(em, email, from);
    if (isAllowed) await this.void(em, [enrolment.id]);
    const made = await this.make(em, enrolment.id);
    if (isAllowed) await this.mail(em, enrolment, email, made, { language, from });
  }

  private async make(em: Writer, enrolmentId: number): Promise<NewProof> {
    const code = randomCode();
    const token = randomToken();
    const proof = await em.save(
      em.create(EnrolmentProof, {
        enrolmentId,
        codeHash: sha256(code),
        tokenHash: sha256(token),
        createdAt: this.clock.now(),
        sentAt: null,
        tries: 0,
        usedAt: null,
        voidedAt: null,
      }),
    );
    return { id: proof.id, code, token };
  }

  private async mail(
    em: Writer,
    enrolment: Enrolment,
    to: string,
    { id: proofId, code, token }: NewProof,
    { language, from }: CodeAsker,
  ): Promise<void> {
    const known = await this.knownPlace(em, await liveEnrolmentsOf(em, enrolment));
    const facts = {
      proofId,
      to,
      code,
      href: `${this.config.baseUrl}/${language}/bekrafta/${token}`,
      reference: (known ?? enrolment).reference,
      alreadyEnrolled: known !== undefined,
      anotherAdult: await this.isAnotherAdult(em, enrolment),
      phone: this.config.supportPhone,
      // A code nobody has opened by then is no use: the mail would only surprise.
      notAfter: plusHours(this.clock.now(), 24),
    };
    await this.codes.queue(em, codeMail(facts, this.translations.locale(language)), from);
  }

  /** Sends a new code for the enrolment that this browser is in the middle of. @throws Refusal */
  sendAgain(enrolmentId: number, asker: CodeAsker): Promise<void> {
    return this.db.transaction(async (em) => {
      const place = await lockPlaceIfAny(em, enrolmentId);
      if (place?.enrolment.state !== 'pending') throw new Refusal('code-expired');
      await this.send(em, place.enrolment, asker);
    });
  }

  /**
   * Puts right a mistyped address. Only while the enrolment is unproven; codes sent to the old
   * address are worth nothing from then on. @throws Refusal `already-proved`
   */
  correctAddress(enrolmentId: number, email: string, asker: CodeAsker): Promise<void> {
    return this.db.transaction(async (em) => {
      const enrolment = (await lockPlaceIfAny(em, enrolmentId))?.enrolment;
      if (enrolment?.state !== 'pending') throw new Refusal('already-proved');
      if (enrolment.email !== email) {
        await this.void(em, [enrolment.id]);
        const mailboxHash = this.keys.mailbox(email);
        await em.update(Enrolment, { id: enrolment.id }, { email, mailboxHash });
      }
      await this.send(em, Object.assign(enrolment, { email }), asker);
    });
  }

  /** What has been mailed for some enrolments opens nothing from now on. */
  async void(em: Writer, enrolmentIds: readonly number[]): Promise<void> {
    if (enrolmentIds.length === 0) return;
    const open = { enrolmentId: In([...enrolmentIds]), voidedAt: IsNull() };
    await em.update(EnrolmentProof, open, { voidedAt: this.clock.now() });
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
