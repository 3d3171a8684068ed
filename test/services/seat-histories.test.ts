import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addStaff } from '../support/group.js';
import { PaperRound, type SeatSight } from '../support/seat-paper.js';
import { PlayedRound } from '../support/seat-play.js';
import { aimed, FULL_HISTORY, seatHistories, type SeatHistory } from '../support/seat-steps.js';

const PEOPLE = 6;
const STEPS = 30;
const START = '2027-01-11T08:00:00Z';
/** Between two steps: more than makes a double click. */
const A_WHILE = { minutes: 2 };

describeOnBothDatabases('The history of a round', (database) => {
  const story = useApp(database, { now: START });
  const happened = new Map<string, number>();
  let histories = 0;

  it('is what a list on paper would say, whatever people, staff and time do', async () => {
    const staffId = await story.db().transaction((em) => addStaff(em, 'Siv', 'coordinator'));
    await fc.assert(
      fc.asyncProperty(seatHistories(PEOPLE, STEPS), async ({ capacity, offers, steps }) => {
        histories += 1;
        story.clock.set(START);
        const slug = `historia${String(histories)}`;
        const plan = { slug, capacity, offers, people: PEOPLE, staffId };
        const real = await PlayedRound.open(story, plan);
        try {
          await play(real, new PaperRound(capacity, offers, PEOPLE), steps);
        } finally {
          await real.close();
        }
      }),
      {
        // The rules are the same on both; MariaDB has to show that its SQL is.
        numRuns: database.kind === 'sqlite' ? 12 : 5,
        examples: [[FULL_HISTORY]],
        // A fault is made smaller for so long, and no longer.
        interruptAfterTimeLimit: 120_000,
      },
    );
    // Histories in which nothing happens would prove nothing.
    for (const what of ['offered', 'yes', 'no', 'lapsed', 'stay', 'removed', 'refused'])
      expect([what, happened.get(what) ?? 0]).not.toEqual([what, 0]);
  });

  async function play(real: PlayedRound, paper: PaperRound, steps: SeatHistory['steps']) {
    let before = await real.look();
    for (const wish of steps) {
      const step = aimed(wish, { ...before, questioned: paper.questioned });
      story.clock.advance(A_WHILE);
      const accepted = await real.take(step);
      const now = story.clock.now().getTime();
      expect([step, accepted]).toEqual([step, paper.take(step, now)]);
      const made = await real.madeOffers();
      expect([step, made.map(({ who }) => who).sort()]).toEqual([step, paper.due]);
      expect([step, paper.adopt(made)]).toEqual([step, null]);
      const seen = await real.look();
      expect([step, seen]).toEqual([step, paper.look(now)]);
      note(step.act, accepted, before, seen);
      before = seen;
    }
  }

  function note(act: string, accepted: boolean, before: SeatSight, seen: SeatSight): void {
    const count = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);
    count(accepted ? act : 'refused');
    const fresh = seen.offered.filter((who) => !before.offered.includes(who)).length;
    if (fresh > 0) count('offered');
    if (act !== 'wait') return;
    if (before.offered.some((who) => !seen.offered.includes(who))) count('lapsed');
    if (before.places.some((place, who) => place !== seen.places[who])) count('removed');
  }
});
