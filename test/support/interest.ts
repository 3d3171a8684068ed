import { expect } from '@jest/globals';
import { IsNull, Not } from 'typeorm';
import { InterestLink } from '../../src/interest/interest-link.entity.js';
import { Interest } from '../../src/interest/interest.entity.js';
import { RoundPublishing } from '../../src/interest/round-publishing.service.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { Round } from '../../src/rounds/round.entity.js';
import { type RunningApp } from './app.js';
import { mailsTo, openRound, type RoundPlan } from './enrolling.js';
import type { SeenPage } from './seen-page.js';

/** Fills in the form of the list. */
export function fillInterest(page: SeenPage, firstName: string, email?: string) {
  const address = email ?? `${firstName.trim().toLowerCase()}@exempel.test`;
  return page
    .form('Säg till mig')
    .fill('Förnamn', firstName)
    .fill('E-postadress', address)
    .choose('3–6 år');
}

/** What stories about the list of a programme do again and again. */
export function interested(story: RunningApp) {
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const address = (name: string) => `${name}@exempel.test`;
  const mails = (name: string) => mailsTo(story.app(), address(name));
  const ask = async (name: string, slug: string, email = address(name)) =>
    fillInterest(
      await story.visitor().get(`/sv/kurser/${slug}/intresse`),
      capital(name),
      email,
    ).submit();
  /** The paths of all links in the mails to an address, the oldest first. */
  const links = async (name: string) =>
    (await mails(name)).flatMap(({ text }) =>
      [...text.matchAll(/https?:\/\/\S+\/intresse\/\S+/g)].map(([link]) => new URL(link).pathname),
    );
  return {
    address,
    mails,
    /** How many with a link have ever been sent; what was sent long ago can no longer be read. */
    mailed: (name: string) =>
      story
        .db()
        .read.countBy(InterestLink, { interest: { email: address(name) }, sentAt: Not(IsNull()) }),
    ask,
    links,
    /** A programme with a round that nobody knows of yet. */
    addPlanned: (plan: RoundPlan) =>
      story.db().transaction(async (em) => {
        const group = await openRound(em, plan);
        await em.update(Round, group.roundId, { state: 'planned' });
        const { programmeId } = await em.findOneByOrFail(Round, { id: group.roundId });
        return { ...group, programmeId };
      }),
    publish: (roundId: number) => story.app().get(RoundPublishing).publishRound(roundId),
    join: async (name: string, slug: string, email = address(name)) => {
      await ask(name, slug, email);
      const [, box = ''] = /^(.*)@/.exec(email) ?? [];
      const page = await story.visitor().get((await links(box)).at(-1) ?? '');
      expect((await page.press('Ja, säg till mig')).heading).toBe('Du står på listan');
    },
    rows: (name: string) =>
      story.db().read.find(Interest, { where: { email: address(name) }, order: { id: 'ASC' } }),
    jobsRun: async (at?: Date) => {
      if (at) story.clock.set(at);
      const outcomes = await story.app().get(Jobs).runDue(story.clock.now());
      expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    },
  };
}
