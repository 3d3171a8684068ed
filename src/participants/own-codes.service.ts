import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database, type Writer } from '../platform/database/database.js';
import { hashPassword, passwordMatches } from '../platform/passwords.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { OwnCode } from './own-code.entity.js';

/** Four digits are few: so many tries for one person, whoever makes them and in however many browsers. */
const TRIES = [
  { act: 'own-code-hour', max: 10, minutes: 60 },
  { act: 'own-code-day', max: 15, minutes: 24 * 60 },
] as const;

/** The code that a person may have chosen on top of the mailed one. */
@Injectable()
export class OwnCodes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
  ) {}

  /** Whether the person has one. */
  isSet(participantId: number): Promise<boolean> {
    return this.db.read.existsBy(OwnCode, { participantId });
  }

  /** Chooses or replaces it; `digits` is four to six. */
  async set(participantId: number, digits: string): Promise<void> {
    const hash = await hashPassword(digits);
    await this.db.transaction((em) => this.keep(em, participantId, hash));
  }

  /** The same in the caller's transaction, with the code hashed before it: hashing takes its time. */
  async keep(em: Writer, participantId: number, hash: string): Promise<void> {
    const setAt = this.clock.now();
    await em.upsert(OwnCode, { participantId, hash, setAt }, ['participantId']);
  }

  /** Does without it from now on; also for staff, when somebody calls who has forgotten it. */
  async remove(participantId: number): Promise<void> {
    await this.db.transaction((em) => em.delete(OwnCode, { participantId }));
  }

  /** Tries it; right and wrong tries count alike. */
  async try(participantId: number, digits: string): Promise<'right' | 'wrong' | 'too-many'> {
    try {
      await this.db.transaction((em) => this.limits.spend(em, String(participantId), ...TRIES));
    } catch (error) {
      if (error instanceof Refusal) return 'too-many';
      throw error;
    }
    const own = await this.db.read.findOneBy(OwnCode, { participantId });
    return own && (await passwordMatches(digits, own.hash)) ? 'right' : 'wrong';
  }
}
