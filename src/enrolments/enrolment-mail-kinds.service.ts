import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';

import type { Reader, Writer } from '../platform/database/database.js';
import { MailKinds, type QueuedMail } from '../platform/mail/mail-kinds.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { ENDED_STATES } from './enrolment-words.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { CODE_MAIL, PLACE_MAIL } from './enrolments.mails.js';
import { ENDED_MAIL, OFFER_MAIL, STAY_MAIL } from './offers.mails.js';
import { SeatOffer } from './seat-offer.entity.js';
import { StayQuestion } from './stay-question.entity.js';

/** What the outbox has to know about mails of enrolments. */
@Injectable()
export class EnrolmentMailKinds implements OnModuleInit {
  constructor(private readonly kinds: MailKinds) {}

  onModuleInit(): void {
    this.kinds.register(CODE_MAIL, { stillApplies: isOpenProof, accepted: startValidity });
    this.kinds.register(PLACE_MAIL, { stillApplies: isStillPlaced });
    this.kinds.register(OFFER_MAIL, { stillApplies: isOpenOffer });
    this.kinds.register(STAY_MAIL, { stillApplies: isOpenQuestion });
    this.kinds.register(ENDED_MAIL, { stillApplies: isStillEnded });
  }
}

async function isOpenProof(db: Reader, mail: QueuedMail): Promise<boolean> {
  const proof = await db.findOneBy(EnrolmentProof, { id: mail.subjectId ?? 0 });
  return proof !== null && proof.voidedAt === null && proof.usedAt === null;
}

/** A code's time runs from here; told twice after a crash, the first time stays. */
async function startValidity(em: Writer, mail: QueuedMail, at: Date): Promise<void> {
  const proof = await em.findOneBy(EnrolmentProof, { id: mail.subjectId ?? 0 });
  if (proof?.sentAt === null) await em.update(EnrolmentProof, { id: proof.id }, { sentAt: at });
}

async function isStillPlaced(db: Reader, mail: QueuedMail): Promise<boolean> {
  const enrolment = await db.findOneBy(Enrolment, { id: mail.subjectId ?? 0 });
  return enrolment?.state === 'confirmed' || enrolment?.state === 'waiting';
}

function isOpenOffer(db: Reader, mail: QueuedMail): Promise<boolean> {
  const round = { state: 'published' } as const;
  return db.existsBy(SeatOffer, { id: mail.subjectId ?? 0, state: 'open', round });
}

function isOpenQuestion(db: Reader, mail: QueuedMail): Promise<boolean> {
  const enrolment = { state: 'waiting', round: { state: 'published' } } as const;
  return db.existsBy(StayQuestion, { id: mail.subjectId ?? 0, answer: IsNull(), enrolment });
}

async function isStillEnded(db: Reader, mail: QueuedMail): Promise<boolean> {
  const enrolment = await db.findOneBy(Enrolment, { id: mail.subjectId ?? 0 });
  return enrolment !== null && ENDED_STATES.includes(enrolment.state);
}
