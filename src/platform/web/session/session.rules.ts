import type { SessionOwner } from '../fastify-types.js';

const MINUTE = 60_000;
const IDLE: Readonly<Record<SessionOwner['kind'], number>> = {
  participant: 30 * MINUTE,
  staff: 120 * MINUTE,
};
/** A session ends then, however busy it is. */
export const LONGEST_SESSION_HOURS = 12;
const LONGEST = LONGEST_SESSION_HOURS * 60 * MINUTE;
const TOUCH_AFTER = MINUTE;

interface SessionTimes {
  readonly ownerKind: SessionOwner['kind'];
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** Parents are signed out after 30 idle minutes, staff after two hours, everybody after twelve. */
export function isOver(session: SessionTimes, now: Date): boolean {
  return (
    now.getTime() - session.lastUsedAt.getTime() > IDLE[session.ownerKind] ||
    now.getTime() - session.createdAt.getTime() > LONGEST
  );
}

/** Last use is written at most once a minute, so that reading pages does not write. */
export function shouldTouch(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastUsedAt.getTime() >= TOUCH_AFTER;
}
