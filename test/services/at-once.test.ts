import { describe, expect, it } from '@jest/globals';
import { Confirmations } from '../../src/enrolments/confirmations.service.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { ActLimits } from '../../src/platform/web/session/act-limits.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addressOf, enrol, mailsTo, openRound } from '../support/enrolling.js';
import { untilServed } from '../support/until-served.js';

const ROUNDS = ['hosten', 'vintern', 'varen', 'sommaren'];

describeOnBothDatabases('The same person at the same instant', (database) => {
  const story = useApp(database);

  it('is one person, however many rounds they confirm', async () => {
    const who = { firstName: 'Elin' };
    const asked: { id: number; code: string }[] = [];
    for (const slug of ROUNDS) {
      const { roundId } = await story.db().transaction((em) => openRound(em, { slug }));
      await enrol(story.visitor(), slug, who);
      const { id } = await story.db().read.findOneByOrFail(Enrolment, { roundId });
      const mail = (await mailsTo(story.app(), addressOf(who))).at(-1);
      const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail?.text ?? '')?.[0] ?? '';
      asked.push({ id, code: code.replace('-', '') });
      story.clock.advance({ minutes: 61 });
    }
    const confirmations = story.app().get(Confirmations);
    const outcomes = await Promise.all(asked.map(({ id, code }) => confirmations.byCode(id, code)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(ROUNDS.map(() => 'done'));
    expect(await story.db().read.countBy(Participant, { email: addressOf(who) })).toBe(1);
  });

  describe('and a limit of five', () => {
    it('gets through five times of forty', async () => {
      const limits = story.app().get(ActLimits);
      const spend = () =>
        story
          .db()
          .transaction((em) => limits.spend(em, 'elin', { act: 'try', max: 5, minutes: 60 }));
      const tried = await Promise.allSettled(Array.from({ length: 40 }, () => untilServed(spend)));
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
      for (const one of tried)
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal);
    });
  });
});
