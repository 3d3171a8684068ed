import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { addDays } from '../../src/kernel/civil-date.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import type { Writer } from '../../src/platform/database/database.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { RunningApp } from './app.js';
import type { Browser } from './browser.js';
import {
  addressOf,
  enrolFully,
  fillIn,
  formOf,
  mailsTo,
  openRound,
  proofFor,
  typeCode,
  type Applicant,
} from './enrolling.js';
import type { Group } from './group.js';
import type { SeenPage } from './seen-page.js';

const TO_THE_LIST = 'Ställ mig på väntelistan';

/** Somebody with a browser of their own and the page of their place. */
export interface Person {
  readonly browser: Browser;
  readonly place: SeenPage;
}

/** Enrols into a round with seats, from the form to the page of the place. */
export async function seated(
  story: RunningApp,
  slug: string,
  firstName: string,
  ip?: string,
): Promise<Person> {
  const browser = story.visitor(ip === undefined ? {} : { ip });
  return { browser, place: await enrolFully(story.app(), browser, slug, { firstName }) };
}

/** Joins the waiting list of a full round, from the form to the page of the place. */
export async function queued(
  story: RunningApp,
  slug: string,
  who: Applicant,
  ip?: string,
): Promise<Person> {
  const browser = story.visitor(ip === undefined ? {} : { ip });
  const form = await browser.get(formOf(slug));
  const codePage = await fillIn(form, who, TO_THE_LIST).submit();
  const place = await typeCode(codePage, (await proofFor(story.app(), addressOf(who))).code);
  return { browser, place };
}

/** Opens the page that asks once more, and cancels. */
export async function cancel(person: Person, button = 'Ja, avboka'): Promise<SeenPage> {
  const asked = await (await person.browser.get(person.place.path)).follow('Avboka min plats');
  return asked.press(button);
}

/** The path of the newest link to answer that an address has been mailed. */
export async function answerLink(app: NestFastifyApplication, address: string): Promise<string> {
  const texts = (await mailsTo(app, address)).map(({ text }) => text);
  const links = texts.flatMap((text) => /https?:\/\/\S+\/erbjudande\/\S+/.exec(text) ?? []);
  const link = links.at(-1);
  if (link === undefined) throw new Error(`No mail to ${address} holds a link to answer.`);
  return new URL(link).pathname;
}

/** Lets time pass in the app: moves the clock, runs what is due, sends the mails. */
export async function pass(
  story: RunningApp,
  time: Parameters<RunningApp['clock']['advance']>[0],
): Promise<void> {
  story.clock.advance(time);
  await story.app().get(Jobs).runDue(story.clock.now());
}

/** A round of three weekly meetings, from a day on. */
export async function roundFrom(
  em: Writer,
  slug: string,
  first: string,
  more: { readonly capacity?: number; readonly discreet?: boolean } = {},
): Promise<Group> {
  const { capacity = 1, discreet = false } = more;
  const meetings = [0, 7, 14].map((days) => ({ date: addDays(first, days) }));
  const group = await openRound(em, { slug, capacity, meetings, discreet });
  await em.update(Round, { id: group.roundId }, { enrolUntil: new Date('2028-01-01T00:00:00Z') });
  return group;
}
