import { Refusal } from '../kernel/refusal.js';
import type { Reader } from '../platform/database/database.js';
import { PhoneOnly } from './phone-only.entity.js';

/** Whether an enrolment is changed by telephone only. */
export function isPhoneOnly(em: Reader, enrolmentId: number): Promise<boolean> {
  return em.existsBy(PhoneOnly, { enrolmentId });
}

/** For every act of a person on their own enrolment. @throws Refusal `phone-only` */
export async function refusePhoneOnly(em: Reader, enrolmentId: number): Promise<void> {
  if (await isPhoneOnly(em, enrolmentId)) throw new Refusal('phone-only');
}
