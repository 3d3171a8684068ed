import { ComingQuestions } from '../../src/reminders/coming-questions.service.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { RunningApp } from './app.js';
import type { Browser } from './browser.js';
import { enrol, mailsTo, openRound, proofFor } from './enrolling.js';
import { answerLink, cancel, queued, roundFrom, seated, type Person } from './queueing.js';
import { askForLink, signInProofFor } from './signing-in.js';

/** Links that people have and nobody else, by the word in their address; none is used yet. */
export interface MailedLinks {
  readonly tokens: Readonly<Record<string, string>>;
  /** Who has a place, an offer to answer and a calendar. */
  readonly parent: Person;
  /** Who is in the middle of enrolling, and of signing in. */
  readonly asking: { readonly cia: Browser; readonly dan: Browser };
  readonly slug: string;
  /** A programme without a round. */
  readonly waitedFor: string;
  readonly meeting: number;
}

/** Lets one person after the other do what they get a link for. */
export async function mailLinks(story: RunningApp, leader: number): Promise<MailedLinks> {
  const app = story.app();
  const slug = 'tisdagar';
  const waitedFor = 'vanta';
  await story.db().transaction((em) => roundFrom(em, slug, '2027-03-23', { capacity: 2 }));
  const asking = { cia: story.visitor(), dan: story.visitor() };
  await enrol(asking.cia, slug, { firstName: 'cia' });
  const ada = await seated(story, slug, 'ada');
  const parent = await queued(story, slug, { firstName: 'bim' });
  await cancel(ada);
  const paths = [await answerLink(app, 'bim@exempel.test')];
  paths.push((await proofFor(app, 'cia@exempel.test')).link);
  const soon = await story.db().transaction((em) =>
    openRound(em, {
      slug: 'snart',
      meetings: [{ date: '2027-01-18' }],
      people: [{ firstName: 'dan' }],
      leaders: [leader],
    }),
  );
  await app.get(ComingQuestions).askDue(story.clock.now());
  paths.push(await linkIn(story, 'dan', 'kommer'));
  await story.db().transaction(async (em) => {
    const { roundId } = await openRound(em, { slug: waitedFor });
    await em.update(Round, { id: roundId }, { state: 'planned' });
  });
  const fields = [
    ['firstName', 'Eva'],
    ['email', 'eva@exempel.test'],
    ['childAges', '3-6'],
  ] as const;
  await story.visitor().fromOwnPage(`/sv/kurser/${waitedFor}/intresse`, { method: 'POST', fields });
  paths.push(await linkIn(story, 'eva', 'intresse'));
  await askForLink(asking.dan, 'dan@exempel.test');
  paths.push((await signInProofFor(app, 'dan@exempel.test')).link);
  const calendar = await parent.browser.get('/sv/mina-kurser/kalender');
  const made = await calendar.press('Skapa en kalenderadress');
  paths.push(new URL(made.texts('code')[0] ?? '').pathname);
  const tokens = Object.fromEntries(
    paths.map((path) => path.split('/').slice(2)).map(([word = '', token = '']) => [word, token]),
  );
  return { tokens, parent, asking, slug, waitedFor, meeting: soon.meetings[0] ?? 0 };
}

async function linkIn(story: RunningApp, name: string, word: string): Promise<string> {
  const texts = (await mailsTo(story.app(), `${name}@exempel.test`)).map(({ text }) => text);
  const pattern = new RegExp(`https?://[^/\\s]+(/sv/${word}/[\\w-]+)`);
  return pattern.exec(texts.join('\n'))?.[1] ?? '';
}
