import { Injectable } from '@nestjs/common';

import { Enrolment } from '../enrolments/enrolment.entity.js';
import { OfferRenewals } from '../enrolments/offer-renewals.service.js';
import { PersonMail, type ToldBy } from '../enrolments/person-mail.service.js';
import { InterestOwners } from '../interest/interest-owners.service.js';
import { Clock } from '../kernel/clock.js';
import type { MailChoice } from '../participants/contact-choice.entity.js';
import { ContactChoices } from '../participants/contact-choices.service.js';
import { OwnCodes } from '../participants/own-codes.service.js';
import { Participant } from '../participants/participant.entity.js';
import { Config } from '../platform/config/config.js';
import type { Language } from '../platform/config/settings.js';
import { Database, type Writer } from '../platform/database/database.js';
import { hashPassword } from '../platform/passwords.js';
import { Translations } from '../platform/web/translations.js';
import { ComingLetters } from '../reminders/coming-letters.service.js';
import { AccessRevocations } from './access-revocations.service.js';
import type { Changer } from './address-changes.service.js';
import { detailsChangedMail } from './details.mails.js';

/** What everything here may be done without. */
export interface Discretion {
  /** No mail tells about it: the receipt is on the screen only. */
  readonly silent: boolean;
}

/** What a person changes about how we reach them. Each says by which way it was told. */
@Injectable()
export class ContactDetails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly choices: ContactChoices,
    private readonly ownCodes: OwnCodes,
    private readonly access: AccessRevocations,
    private readonly renewals: OfferRenewals,
    private readonly coming: ComingLetters,
    private readonly interests: InterestOwners,
    private readonly mails: PersonMail,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /** Another number, or none. */
  changePhone(
    participantId: number,
    phone: string | null,
    { silent }: Discretion,
  ): Promise<ToldBy> {
    return this.db.transaction(async (em) => {
      await em.update(Participant, { id: participantId }, { phone });
      await em.update(Enrolment, { participantId }, { phone });
      return this.tell(em, participantId, silent);
    });
  }

  /**
   * The language of our mails, and whether there are any. Who wants none is told nothing more by mail, and
   * every other way to the pages is closed: somebody else may sit at it.
   */
  changeMails(
    { participantId, sessionId }: Changer,
    { language, mail }: { readonly language: Language; readonly mail: MailChoice },
    { silent }: Discretion,
  ): Promise<ToldBy> {
    return this.db.transaction(async (em) => {
      await this.renewals.lock(em, participantId);
      const person = await em.findOneByOrFail(Participant, { id: participantId });
      const email = mail === 'none' ? null : person.email;
      await this.interests.follow(em, person, { phone: person.phone, language, email });
      await em.update(Participant, { id: participantId }, { language });
      await em.update(Enrolment, { participantId }, { language });
      await this.choices.chooseMail(em, participantId, mail, 'person');
      if (mail === 'none') {
        await this.renewals.renew(em, participantId);
        await this.coming.renew(em, participantId);
        await this.access.revoke(em, participantId, sessionId);
      }
      return this.tell(em, participantId, silent);
    });
  }

  /** A code on top of the mailed one, four to six digits; every other way to the pages is closed. */
  async setOwnCode(
    { participantId, sessionId }: Changer,
    digits: string,
    { silent }: Discretion,
  ): Promise<ToldBy> {
    const hash = await hashPassword(digits);
    return this.db.transaction(async (em) => {
      await this.ownCodes.keep(em, participantId, hash);
      await this.access.revoke(em, participantId, sessionId);
      return this.tell(em, participantId, silent);
    });
  }

  /** The mailed code is enough from now on. */
  async removeOwnCode(participantId: number, { silent }: Discretion): Promise<ToldBy> {
    await this.ownCodes.remove(participantId);
    return this.db.transaction((em) => this.tell(em, participantId, silent));
  }

  private async tell(em: Writer, participantId: number, silent: boolean): Promise<ToldBy> {
    if (silent) return 'nobody';
    const { language } = await em.findOneByOrFail(Participant, { id: participantId });
    const facts = { participantId, at: this.clock.now(), phone: this.config.supportPhone };
    const message = detailsChangedMail(facts, this.translations.localeOf(language));
    return this.mails.queue(em, participantId, message, null);
  }
}
