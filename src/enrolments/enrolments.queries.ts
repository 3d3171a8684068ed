import { Injectable, NotFoundException } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Database } from '../platform/database/database.js';
import { findUnique } from '../platform/database/find-unique.js';
import { isUndelivered } from '../platform/mail/undelivered.queries.js';
import { textIn } from '../platform/text/texts.js';
import { idInAddress } from '../platform/web/address-id.js';
import type { Step } from '../platform/web/session/steps.js';
import { Programme } from '../programmes/programme.entity.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { Round } from '../rounds/round.entity.js';
import { RoundText } from '../rounds/round-text.entity.js';
import { ChildCare } from './child-care.entity.js';
import { childCareOf } from './child-care.queries.js';
import { fitsChildCare } from './child-care.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { standingOf, type Standing } from './enrolment-words.rules.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import { CODE_MAIL } from './enrolments.mails.js';
import { isPhoneOnly } from './phone-only.queries.js';
import { placeFacts, type PlaceFacts } from './place-facts.queries.js';
import type { RoundSeats } from './place-allocation.rules.js';
import { queueNumber } from './queue.queries.js';
import { SeatOffer } from './seat-offer.entity.js';
import { seatsOfRound } from './seats.queries.js';
import type { TogetherWish } from './together-wish.entity.js';
import { wishOf } from './together.queries.js';

/** The round that an address names. */
export interface RoundAtAddress {
  readonly round: Round;
  readonly programme: Programme;
}

/** A round as the enrolment form shows it. */
export interface RoundForForm extends RoundAtAddress {
  readonly programmeTexts: readonly ProgrammeText[];
  readonly roundTexts: readonly RoundText[];
  readonly seats: RoundSeats;
  /** Whoever asks for child care comes onto a list; not told where staff talk with people first. */
  readonly childCareFull: boolean;
}

/** What a round is called on a page that only mentions it. */
export interface CourseName {
  /** Null when it is about the programme, which then has its number here. */
  readonly roundId: number | null;
  readonly programmeId: number | null;
  readonly name: string;
  readonly discreet: boolean;
}

/** Somebody's own place. */
export interface OwnPlace {
  readonly enrolment: Enrolment;
  readonly standing: Standing;
  /** From 1; null for whoever does not stand in the queue. */
  readonly queueNumber: number | null;
  /** A seat that waits for the person's answer. */
  readonly offer: SeatOffer | null;
  /** The person wants a seat together with somebody; of the other nothing is known here. */
  readonly together: TogetherWish | null;
  readonly facts: PlaceFacts;
  /** What became of the wish for child care; null before there is a seat, or without a wish. */
  readonly childCare: ChildCare | null;
  /** Changed by telephone only. */
  readonly phoneOnly: boolean;
}

/** The enrolment that a browser is in the middle of, as it was typed there. */
export interface OpenStep extends Step {
  readonly enrolment: Enrolment;
  /** What became of the newest mail with a code, as far as we know. */
  readonly mail: 'under-way' | 'sent' | 'refused';
}

/** What {@link OwnRow} holds: a list needs little of these wide rows. */
const OWN_ROW = {
  id: true,
  state: true,
  round: {
    id: true,
    programmeId: true,
    state: true,
    startsAt: true,
    endsAt: true,
    programme: { id: true, admission: true, discreet: true, keepApart: true },
  },
} as const;

/** The read side of the enrolment pages. */
@Injectable()
export class EnrolmentsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The round at an address. @throws NotFoundException when there is nothing public there */
  async roundAt(programmeSlug: string, roundSlug: string): Promise<RoundAtAddress> {
    const round = await findUnique(this.db.read, Round, {
      where: {
        slug: roundSlug,
        state: Not('planned'),
        programme: { slug: programmeSlug, state: 'published' },
      },
      relations: { programme: true },
    });
    if (!round?.programme) throw new NotFoundException();
    return { round, programme: round.programme };
  }

  /** The same with all that its form shows. @throws NotFoundException */
  async roundForForm(programmeSlug: string, roundSlug: string): Promise<RoundForForm> {
    const { round, programme } = await this.roundAt(programmeSlug, roundSlug);
    const db = this.db.read;
    return {
      round,
      programme,
      programmeTexts: await db.findBy(ProgrammeText, { programmeId: programme.id }),
      roundTexts: await db.findBy(RoundText, { roundId: round.id }),
      seats: {
        capacity: round.capacity,
        ...(await seatsOfRound(db, round.id, this.clock.now())),
      },
      childCareFull:
        programme.admission === 'direct' && !fitsChildCare(await childCareOf(db, round), 1),
    };
  }

  /** The public name of what somebody asks about: a round, or else a programme; null for neither. */
  async courseName(
    { roundId, slug }: { readonly roundId: number | null; readonly slug: string | null },
    language: string,
  ): Promise<CourseName | null> {
    const programme =
      roundId === null ? await this.publicProgramme(slug) : await this.programmeOfRound(roundId);
    if (!programme) return null;
    const texts = await this.db.read.findBy(ProgrammeText, { programmeId: programme.id });
    return {
      roundId,
      programmeId: roundId === null ? programme.id : null,
      name: textIn(texts, language).name,
      discreet: programme.discreet,
    };
  }

  private async publicProgramme(slug: string | null): Promise<Programme | null> {
    return slug === null ? null : this.db.read.findOneBy(Programme, { slug, state: 'published' });
  }

  private async programmeOfRound(id: number): Promise<Programme | null> {
    const round = await findUnique(this.db.read, Round, {
      where: { id, state: 'published' },
      relations: { programme: true },
    });
    return round?.programme ?? null;
  }

  /**
   * The newest of a browser's steps that is about this round and not proved yet. A step ends with the proof:
   * from then on the row is the person's, and may say what was never typed in this browser.
   */
  async openStep(steps: readonly Step[], roundId: number): Promise<OpenStep | null> {
    if (steps.length === 0) return null;
    const pending = await this.db.read.findBy(Enrolment, {
      id: In(steps.map(({ subjectId }) => subjectId)),
      roundId,
      state: 'pending',
    });
    const isPending = ({ subjectId }: Step) => pending.some(({ id }) => id === subjectId);
    const step = steps.find(isPending);
    const enrolment = pending.find(({ id }) => id === step?.subjectId);
    if (!step || !enrolment) return null;
    return { ...step, enrolment, mail: await this.newestCodeMail(enrolment.id) };
  }

  private async newestCodeMail(enrolmentId: number): Promise<OpenStep['mail']> {
    const proof = await this.db.read.findOne(EnrolmentProof, {
      where: { enrolmentId },
      order: { id: 'DESC' },
    });
    if (proof?.sentAt !== null) return 'sent';
    const isRefused = await isUndelivered(this.db.read, CODE_MAIL, proof.id);
    return isRefused ? 'refused' : 'under-way';
  }

  /**
   * The person's own place that an address names.
   * @throws NotFoundException when it names none, or somebody else's
   */
  async ownPlaceAt(address: string, participantId: number): Promise<OwnPlace> {
    const place = await this.ownPlace(idInAddress(address), participantId);
    if (!place) throw new NotFoundException();
    return place;
  }

  /** A person's own place, or null when it is somebody else's. */
  async ownPlace(enrolmentId: number, participantId: number): Promise<OwnPlace | null> {
    const db = this.db.read;
    const enrolment = await db.findOneBy(Enrolment, { id: enrolmentId, participantId });
    if (!enrolment) return null;
    const facts = await placeFacts(db, enrolment.roundId);
    const standing = standingOf(enrolment.state, facts.programme.admission);
    const queued = standing === 'queue';
    return {
      enrolment,
      standing,
      queueNumber: queued ? await queueNumber(db, enrolment, this.clock.now()) : null,
      offer: queued ? ((await this.runningOffers([enrolment.id]))[0] ?? null) : null,
      together: queued ? await wishOf(db, enrolmentId) : null,
      facts,
      childCare: await db.findOneBy(ChildCare, { enrolmentId }),
      phoneOnly: await isPhoneOnly(db, enrolment.id),
    };
  }

  private runningOffers(enrolmentIds: readonly number[]): Promise<SeatOffer[]> {
    const answerBy = MoreThan(this.clock.now());
    const enrolmentId = In([...enrolmentIds]);
    return this.db.read.findBy(SeatOffer, { enrolmentId, state: 'open', answerBy });
  }

  /** All places of a person, the one that starts last first. */
  async ownPlaces(participantId: number): Promise<readonly OwnRow[]> {
    const db = this.db.read;
    const enrolments = await db.find(Enrolment, {
      select: OWN_ROW,
      where: { participantId },
      relations: { round: { programme: true } },
    });
    const texts = await db.find(ProgrammeText, {
      select: { id: true, programmeId: true, language: true, name: true },
      where: { programmeId: In(enrolments.map(({ round }) => round?.programmeId ?? 0)) },
    });
    // Offers are made to those who wait.
    const waiting = enrolments.filter(({ state }) => state === 'waiting').map(({ id }) => id);
    const offers = waiting.length === 0 ? [] : await this.runningOffers(waiting);
    return enrolments
      .flatMap((enrolment) => {
        const round = enrolment.round;
        if (!round?.programme) return [];
        const programmeTexts = texts.filter((text) => text.programmeId === round.programmeId);
        const offered = offers.some(({ enrolmentId }) => enrolmentId === enrolment.id);
        return [{ enrolment, round, programme: round.programme, programmeTexts, offered }];
      })
      .sort((a, b) => b.round.startsAt.getTime() - a.round.startsAt.getTime());
  }
}

/** One line of a person's list. */
export interface OwnRow {
  readonly enrolment: Pick<Enrolment, 'id' | 'state'>;
  readonly round: Pick<Round, 'state' | 'startsAt' | 'endsAt'>;
  readonly programme: Pick<Programme, 'admission' | 'discreet' | 'keepApart'>;
  readonly programmeTexts: readonly Pick<ProgrammeText, 'language' | 'name'>[];
  /** A seat waits for the person's answer. */
  readonly offered: boolean;
}
