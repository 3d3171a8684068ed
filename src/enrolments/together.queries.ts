import { IsNull } from 'typeorm';

import type { Reader } from '../platform/database/database.js';
import { TogetherWish } from './together-wish.entity.js';

/** What somebody wishes right now; null: goes alone. */
export function wishOf(em: Reader, enrolmentId: number): Promise<TogetherWish | null> {
  return em.findOneBy(TogetherWish, { enrolmentId, endedAt: IsNull() });
}
