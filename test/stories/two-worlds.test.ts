import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrol, enrolFully, mailsTo, openRound } from '../support/enrolling.js';
import { interested } from '../support/interest.js';
import { askForLink } from '../support/signing-in.js';
import {
  seenOf,
  SHARP_VISITS,
  visits,
  WAITS,
  type Known,
  type Visitor,
} from '../support/two-worlds.js';

/** Another seed draws other worlds; a failure prints the one that it was found with. */
const SEED = 20270111;
const RUNS = 15;
const PLACES = { round: 'varen', list: 'vanta' };

/**
 * Two worlds that differ only in what is known about somebody, and in what others have done with her address: a
 * visitor who does the same in both sees the same, at every hour.
 */
describeOnBothDatabases('Whoever writes another person’s address', (database) => {
  const story = useApp(database);
  let runs = 0;
  let networks = 0;

  beforeAll(async () => {
    await story.db().transaction((em) => openRound(em, { slug: PLACES.round, capacity: 3000 }));
    await interested(story).addPlanned({ slug: PLACES.list });
  });

  /** A browser in a network of its own. */
  const elsewhere = () => {
    networks += 1;
    return story.visitor({ ip: `10.${String(networks >> 8)}.${String(networks & 255)}.1` });
  };

  /** One of the two worlds; its browsers of one home share a network. */
  function world(letter: 'a' | 'b') {
    const name = `${letter}${String(runs)}`;
    const ip = (host: number) =>
      `172.${letter === 'a' ? '16' : '17'}.${String(runs)}.${String(host)}`;
    const email = `egen${name}@exempel.test`;
    const codes = async () =>
      (await mailsTo(story.app(), email)).map(({ subject, text }) => `${subject}\n${text}`);
    const visitor: Visitor = {
      browser: story.visitor({ ip: ip(1) }),
      her: {
        firstName: 'Amina',
        email: `hennes${name}@exempel.test`,
        phone: `070${letter === 'a' ? '1' : '2'}${String(runs).padStart(6, '0')}`,
      },
      email,
      ownCode: async () =>
        /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec((await codes()).at(-1) ?? '')?.[0] ?? 'AAAA-AAAB',
    };
    const plain = (text: string) =>
      text
        .replaceAll(visitor.her.email, 'HER')
        .replaceAll(visitor.her.phone, 'PHONE')
        .replaceAll(email, 'OWN')
        .replace(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g, 'CODE')
        .replace(/\b[2-9A-HJ-NP-Z]{6}\b/g, 'REFERENCE')
        .replace(/bekrafta\/[\w-]+/g, 'bekrafta/TOKEN')
        .replace(/mina-kurser\/\d+/g, 'mina-kurser/PLACE');
    return { visitor, codes, plain, neighbour: (): Browser => story.visitor({ ip: ip(2) }) };
  }

  /** No more than an hour ago. */
  async function know(known: Known, { visitor, neighbour }: ReturnType<typeof world>) {
    const { round, list } = PLACES;
    const { firstName, email, phone } = visitor.her;
    const { app } = story;
    if (known.place) await enrolFully(app(), elsewhere(), round, { firstName, email });
    if (known.partner) await enrolFully(app(), elsewhere(), round, { firstName: 'Bo', email });
    if (known.interest) await interested(story).join('amina', list, email);
    for (let turn = 0; turn < known.calls; turn += 1)
      await elsewhere().fromOwnPage('/sv/ring-mig', {
        method: 'POST',
        fields: [
          ['name', 'Anna'],
          ['phone', phone],
          ['whenToCall', String(turn)],
        ],
      });
    const askers = [
      ...Array.from({ length: known.askedHere }, neighbour),
      ...Array.from({ length: known.askedElsewhere }, elsewhere),
    ];
    for (const [turn, asker] of askers.entries()) {
      // Otherwise two who write the same from one network are the two presses of a double click.
      story.clock.advance({ minutes: 2 });
      if (turn % 4 === 0) await askForLink(asker, email);
      else await enrol(asker, round, { firstName, email });
      await mailsTo(app(), email);
    }
  }

  const examples = SHARP_VISITS.map((visit): [typeof visit] => [visit]);

  it('sees the same, whatever is known of that person', async () => {
    await fc.assert(
      fc.asyncProperty(visits, async ({ known, acts }) => {
        runs += 1;
        const [knowing, ignorant] = [world('a'), world('b')];
        await know(known, knowing);
        story.clock.advance({ minutes: 2 });
        for (const act of acts) {
          const wait = WAITS[act];
          if (wait !== undefined) story.clock.advance({ minutes: wait });
          const [seen, expected] = await Promise.all(
            [knowing, ignorant].map(async ({ visitor, plain, codes }) => ({
              pages: (await seenOf(act, visitor, PLACES)).map(plain),
              cookies: visitor.browser.cookies.names(),
              mails: (await codes()).map(plain),
            })),
          );
          expect([act, seen]).toEqual([act, expected]);
        }
        story.clock.advance({ hours: 1, minutes: 1 });
      }),
      { seed: SEED, numRuns: RUNS, examples, endOnFailure: true },
    );
  });
});
