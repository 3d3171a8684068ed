import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import type { Reader, Writer } from '../platform/database/database.js';
import { MailKinds, type QueuedMail } from '../platform/mail/mail-kinds.js';
import { Translations } from '../platform/web/translations.js';
import { Participant } from '../participants/participant.entity.js';
import { ChildCare } from './child-care.entity.js';
import { CARE_MAIL, careMail } from './child-care.mails.js';
import { Enrolment } from './enrolment.entity.js';
import { PersonMail } from './person-mail.service.js';

/** Tells people that a place in the child care has come free for them, by mail or by a call. */
@Injectable()
export class ChildCareMessages implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly kinds: MailKinds,
    private readonly translations: Translations,
    private readonly mails: PersonMail,
  ) {}

  onModuleInit(): void {
    this.kinds.register(CARE_MAIL, { stillApplies: isStillGiven });
  }

  /** Off the list, and in. */
  async given(em: Writer, enrolmentId: number): Promise<void> {
    const enrolment = await em.findOneByOrFail(Enrolment, { id: enrolmentId });
    const { participantId, reference, roundId } = enrolment;
    const person = await em.findOneByOrFail(Participant, { id: participantId ?? 0 });
    const locale = this.translations.localeOf(person.language);
    const message = careMail(
      {
        ...{ enrolmentId, reference, at: this.clock.now() },
        href: `${this.config.baseUrl}${locale.href(`/mina-kurser/${enrolmentId}`)}`,
        phone: this.config.supportPhone,
      },
      locale,
    );
    await this.mails.queue(em, person.id, message, 'care', { enrolmentId, roundId });
  }
}

function isStillGiven(db: Reader, mail: QueuedMail): Promise<boolean> {
  const enrolment = { id: mail.subjectId ?? 0, state: 'confirmed' } as const;
  return db.existsBy(ChildCare, { state: 'given', enrolment });
}
