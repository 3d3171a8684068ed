import type { ChildAge } from '../enrolments/enrolment-words.rules.js';
import { InterestChildAge } from '../interest/interest-child-age.entity.js';
import { Interest } from '../interest/interest.entity.js';
import { addDays } from '../kernel/civil-date.js';
import { civilDateAt, instantOf } from '../kernel/instant.js';
import type { Writer } from '../platform/database/database.js';
import { demoPerson } from './content/people.js';
import type { LoadedProgramme } from './programmes.load.js';

/** The programme of the demo that has no round. */
const PROGRAMME = 'syskon-emellan';
/** People of the demo from here on wait for it: nobody of a group is among them. */
const FIRST_PERSON = 200;

interface DemoInterest {
  readonly daysAgo: number;
  readonly band: ChildAge;
  readonly language: 'sv' | 'en' | 'ar';
  /** Reached by telephone only; a number from the range kept for made-up ones. */
  readonly phone: string | null;
}

/** Who waits for the course; the first has done so for long enough to be asked whether to stay. */
const WAITING: readonly DemoInterest[] = [
  { daysAgo: 190, band: '3-6', language: 'sv', phone: null },
  { daysAgo: 96, band: '7-12', language: 'sv', phone: null },
  { daysAgo: 41, band: '3-6', language: 'ar', phone: null },
  { daysAgo: 20, band: '7-12', language: 'sv', phone: '0701740613' },
  { daysAgo: 9, band: '3-6', language: 'en', phone: null },
  { daysAgo: 2, band: '7-12', language: 'sv', phone: null },
];

/** Adds the people on the interest list of the programme that has no round. */
export async function loadInterest(
  em: Writer,
  programmes: ReadonlyMap<string, LoadedProgramme>,
  now: Date,
): Promise<void> {
  const programme = programmes.get(PROGRAMME);
  if (programme === undefined) throw new Error(`The demo does not know ${PROGRAMME}`);
  for (const [index, { daysAgo, band, language, phone }] of WAITING.entries()) {
    const { firstName, email } = demoPerson(FIRST_PERSON + index);
    const wantedAt = instantOf(addDays(civilDateAt(now), -daysAgo), '19:40');
    const { id: interestId } = await em.save(Interest, {
      programmeId: programme.id,
      state: 'listed',
      firstName,
      email: phone === null ? email : null,
      phone,
      whenToCall: phone === null ? null : 'Vardagar före tolv',
      hideCaller: false,
      language,
      wantedAt,
      stayAskedAt: null,
      createdAt: wantedAt,
    });
    await em.insert(InterestChildAge, { interestId, band });
  }
}
