import { CallRequest } from '../enrolments/call-request.entity.js';
import { plusHours } from '../kernel/instant.js';
import type { Writer } from '../platform/database/database.js';
import type { LoadedRound } from './rounds.load.js';

/** Who wants to be called in the demo; numbers are from the range kept for made-up ones. */
const CALLS = [
  {
    name: 'Åsa',
    phone: '0701740611',
    whenToCall: 'Efter klockan tre på vardagar',
    hideCaller: true,
    language: 'sv',
    aboutFirstRound: true,
    hoursAgo: 20,
  },
  {
    name: 'ليلى',
    phone: '0701740612',
    whenToCall: 'قبل الظهر',
    hideCaller: false,
    language: 'ar',
    aboutFirstRound: false,
    hoursAgo: 3,
  },
];

/** Adds those who wait to be called. */
export async function loadCallRequests(
  em: Writer,
  rounds: readonly LoadedRound[],
  now: Date,
): Promise<void> {
  await em.insert(
    CallRequest,
    CALLS.map(({ aboutFirstRound, hoursAgo, ...call }) => ({
      ...call,
      roundId: aboutFirstRound ? (rounds[0]?.id ?? null) : null,
      programmeId: null,
      createdAt: plusHours(now, -hoursAgo),
      handledAt: null,
    })),
  );
}
