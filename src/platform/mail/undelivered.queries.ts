import type { Reader } from '../database/database.js';
import { OutgoingMail } from './outgoing-mail.entity.js';

/**
 * Whether a mail was given up without having got to anybody: its address was refused, most often. Only for
 * a page of whoever wrote the address, and never where it would tell who is known.
 */
export function isUndelivered(db: Reader, kind: string, subjectId: number): Promise<boolean> {
  return db.existsBy(OutgoingMail, { kind, subjectId, state: 'dead', possibleDuplicate: false });
}
