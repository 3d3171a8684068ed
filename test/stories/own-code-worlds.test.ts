import { beforeAll, expect, it } from '@jest/globals';
import { OwnCodes } from '../../src/participants/own-codes.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import {
  enrolFully,
  fillIn,
  formOf,
  mailsTo,
  openRound,
  proofFor,
  typeCode,
} from '../support/enrolling.js';
import { queued } from '../support/queueing.js';
import type { SeenPage } from '../support/seen-page.js';

const WORLDS = { seat: 'Anna', queue: 'Bina', left: 'Cleo', nothing: 'Dora' } as const;
type World = keyof typeof WORLDS;
type Way = 'code' | 'link' | 'elsewhere';
const ALL = Object.keys(WORLDS) as World[];
const QUEUE = 'Ställ mig på väntelistan';

/**
 * Somebody reads the mailbox of a person with a code of her own, and enrols in her name. Whether she has a
 * seat in the round, waits there, has left, or was never there: all that they see and are mailed is the same.
 */
describeOnBothDatabases(
  'Whoever reads the mailbox of somebody with a code of her own',
  (database) => {
    const story = useApp(database, { now: '2027-01-11T08:00:00Z' });
    let visits = 0;

    beforeAll(() =>
      story.db().transaction((em) => openRound(em, { slug: 'hosten', capacity: 60 })),
    );

    const address = (world: World, slug: string) =>
      `${WORLDS[world].toLowerCase()}-${slug}@exempel.test`;

    /** A full round, and the four to whom it may matter, each with a code of her own. */
    async function setUp(slug: string): Promise<void> {
      await story.db().transaction((em) => openRound(em, { slug, capacity: 1 }));
      const who = (world: World) => ({ firstName: WORLDS[world], email: address(world, slug) });
      await enrolFully(story.app(), story.visitor(), slug, who('seat'));
      await queued(story, slug, who('queue'));
      const left = await queued(story, slug, who('left'));
      const asked = await (await left.browser.get(left.place.path)).follow('Lämna väntelistan');
      await asked.press('Ja, lämna väntelistan');
      await enrolFully(story.app(), story.visitor(), 'hosten', who('nothing'));
      for (const world of ALL) {
        const email = address(world, slug);
        const { id } = await story.db().read.findOneByOrFail(Participant, { email });
        await story.app().get(OwnCodes).set(id, '4711');
      }
    }

    /** Without what is drawn by lot, and with one name for all. */
    const plain = (text: string, world: World) =>
      text
        .replaceAll(new RegExp(WORLDS[world], 'gi'), 'Anna')
        .replace(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g, 'CODE')
        .replace(/\b[2-9A-HJ-NP-Z]{6}\b/g, 'REFERENCE')
        .replace(/bekrafta\/[\w-]+/g, 'bekrafta/TOKEN');
    const seen = (page: SeenPage, world: World) =>
      plain(`${String(page.status)} ${page.path} ${page.bodyForAll}`, world);
    const newMails = async (world: World, slug: string, before: number) =>
      (await mailsTo(story.app(), address(world, slug)))
        .slice(before)
        .map(({ subject, text }) => plain(`${subject} ${text}`, world));

    /** Everything that the reader sees by one of their ways in. */
    async function tell(world: World, firstName: string, slug: string, way: Way) {
      story.clock.advance({ minutes: 2 });
      visits += 1;
      const before = (await mailsTo(story.app(), address(world, slug))).length;
      const reader = story.visitor({ ip: `203.0.${String(visits)}.7` });
      const form = fillIn(
        await reader.get(formOf(slug)),
        { firstName, email: address(world, slug) },
        QUEUE,
      );
      const asked = await form.submit();
      const { code, link } = await proofFor(story.app(), address(world, slug));
      const kod = `${formOf(slug)}/kod`;
      const answers = [asked];
      if (way === 'code') answers.push(await typeCode(asked, code));
      else if (way === 'link') {
        answers.push(await (await story.visitor().get(link)).press('Bekräfta min anmälan'));
        answers.push(await typeCode(asked, code));
      } else {
        const other = story.visitor({ ip: `203.1.${String(visits)}.7` });
        const elsewhere = (await other.get(kod)).form('Bekräfta min anmälan');
        answers.push(
          await elsewhere
            .fill('E-postadress', address(world, slug))
            .fill('Kod från mejlet', code)
            .submit(),
        );
      }
      answers.push(await reader.get(kod), await reader.get('/sv/mina-kurser'));
      return {
        pages: answers.map((page) => seen(page, world)),
        cookies: reader.cookies.names(),
        mails: await newMails(world, slug, before),
      };
    }

    it.each<Way>(['code', 'link', 'elsewhere'])(
      'learns nothing of her place by %s',
      async (way) => {
        await setUp(way);
        const told = [];
        for (const world of ALL) told.push(await tell(world, WORLDS[world], way, way));
        const [first, ...others] = told;
        for (const other of others) expect(other).toEqual(first);
        expect(first?.cookies).not.toContain('sid');
        expect(first?.pages.join(' ')).not.toMatch(/Du har en plats|Du är nummer|mina-kurser\/\d/);
        // The code, and no word of what became of it.
        expect(first?.mails).toHaveLength(1);
      },
    );

    it('is not told by another first name that she is known', async () => {
      await setUp('kalle');
      const [mail] = (await tell('seat', 'Kalle', 'kalle', 'code')).mails;
      expect(mail).toContain('Kod:');
      expect(mail).not.toContain('förnamn');
      const other = await tell('nothing', 'Kalle', 'kalle', 'code');
      expect(other.mails[0]).toBe(mail);
    });
  },
);
