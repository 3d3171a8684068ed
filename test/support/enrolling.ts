import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, type Writer } from '../../src/platform/database/database.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { ProgrammeText } from '../../src/programmes/programme-text.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { RoundText } from '../../src/rounds/round-text.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { Browser } from './browser.js';
import type { FilledForm } from './filled-form.js';
import { addGroup, addStaff, type Group, type GroupPlan } from './group.js';
import type { SeenPage } from './seen-page.js';

/** A round that takes enrolments: ten weeks away, with seats, unless told otherwise. */
export interface RoundPlan extends Partial<Omit<GroupPlan, 'slug'>> {
  readonly slug: string;
  readonly capacity?: number;
  readonly admission?: 'direct' | 'talk';
}

/** What a person writes in the form; the rest is left as it is. */
export interface Applicant {
  readonly firstName: string;
  readonly email?: string;
}

const LABELS = { en: 'spring at Väven', ar: 'الربيع في Väven' };
const NAMES = { en: 'The course', ar: 'الدورة' };

/** Adds a round that is open, with words in three languages and Karin to lead it. */
export async function openRound(em: Writer, plan: RoundPlan): Promise<Group> {
  const { capacity = 20, admission = 'direct', ...rest } = plan;
  const group = await addGroup(em, {
    meetings: [{ date: '2027-03-23' }, { date: '2027-03-30' }, { date: '2027-04-06' }],
    people: [],
    leaders: rest.leaders ?? [await addStaff(em, `Karin${plan.slug}`, 'leader')],
    ...rest,
  });
  await em.update(Round, { id: group.roundId }, { capacity });
  const { programmeId } = await em.findOneByOrFail(Round, { id: group.roundId });
  await em.update(Programme, { id: programmeId }, { admission });
  const roundId = group.roundId;
  for (const [language, label] of Object.entries(LABELS))
    await em.insert(RoundText, { roundId, language, label, practical: '' });
  const swedish = await em.findOneByOrFail(ProgrammeText, { programmeId, language: 'sv' });
  for (const [language, name] of Object.entries(NAMES)) {
    const { sourceVersion, minor, reviewedAt } = swedish;
    const words = { name: `${name} ${plan.slug}`, summary: name, body: name };
    const text = { programmeId, language, sourceVersion, minor, reviewedAt, ...words };
    await em.insert(ProgrammeText, text);
  }
  return group;
}

/** The address of a round's form. */
export function formOf(slug: string, language = 'sv'): string {
  return `/${language}/kurser/${slug}/${slug}/anmalan`;
}

/** The form as a person fills it in who writes no more than they must. */
export function fillIn(page: SeenPage, who: Applicant, button = 'Skicka anmälan'): FilledForm {
  return page
    .form(button)
    .fill('Förnamn', who.firstName)
    .fill('E-postadress', addressOf(who))
    .choose('3–6 år');
}

/** Opens the form, fills it in and sends it; gives the page that follows. */
export async function enrol(browser: Browser, slug: string, who: Applicant): Promise<SeenPage> {
  return fillIn(await browser.get(formOf(slug)), who).submit();
}

/** Types a code on the code page. */
export function typeCode(page: SeenPage, code: string): Promise<SeenPage> {
  return page.form('Bekräfta min anmälan').fill('Kod från mejlet', code).submit();
}

/** The address that {@link enrol} writes when none is given. */
export function addressOf({ firstName, email }: Applicant): string {
  return email ?? `${firstName.toLowerCase()}@exempel.test`;
}

/** Lets all due mail leave and gives what an address has got, the oldest first. */
export async function mailsTo(app: NestFastifyApplication, address: string): Promise<DemoMail[]> {
  await app.get(MailWorker).sendDue();
  const db = app.get(Database);
  return db.read.find(DemoMail, { where: { recipient: address }, order: { id: 'ASC' } });
}

/** What a mail says: chance may write any short word into the tokens of its links. */
export function withoutLinks(text: string): string {
  return text.replace(/https?:[^\s"<]+/g, '');
}

/** Code and link of a mail, the link as a path of ours. */
export interface Proof {
  readonly code: string;
  readonly link: string;
}

/** What the newest mail to an address proves the mailbox with; a link is missing in some: ''. */
export async function proofFor(app: NestFastifyApplication, address: string): Promise<Proof> {
  const mail = (await mailsTo(app, address)).at(-1);
  const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail?.text ?? '')?.[0];
  if (code === undefined) throw new Error(`The last mail to ${address} holds no code.`);
  const link = /https?:\/\/\S+\/bekrafta\/\S+/.exec(mail?.text ?? '')?.[0];
  return { code, link: link === undefined ? '' : new URL(link).pathname };
}

/** Enrols from a new form to the place, and gives the page of the place. */
export async function enrolFully(
  app: NestFastifyApplication,
  browser: Browser,
  slug: string,
  who: Applicant,
): Promise<SeenPage> {
  const codePage = await enrol(browser, slug, who);
  return typeCode(codePage, (await proofFor(app, addressOf(who))).code);
}
