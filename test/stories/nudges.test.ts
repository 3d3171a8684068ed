import { beforeAll, expect, it } from '@jest/globals';
import { Nudges } from '../../src/enrolments/nudges.service.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrol, enrolFully, mailsTo, openRound } from '../support/enrolling.js';

describeOnBothDatabases('A seat that waits for its code', (database) => {
  const story = useApp(database);
  beforeAll(() => story.db().transaction((em) => openRound(em, { slug: 'onsdagar' })));

  const runJob = () => story.app().get(Nudges).queueDue(story.clock.now());
  const mails = (firstName: string) => mailsTo(story.app(), `${firstName}@exempel.test`);

  it('is spoken of once, after half an hour, without code, link or course', async () => {
    await enrol(story.visitor(), 'onsdagar', { firstName: 'kim' });
    await enrolFully(story.app(), story.visitor(), 'onsdagar', { firstName: 'ali' });
    story.clock.advance({ minutes: 29 });
    await runJob();
    expect(await mails('kim')).toHaveLength(1);
    story.clock.advance({ minutes: 1 });
    await runJob();
    await runJob();
    const [, nudge, ...more] = await mails('kim');
    expect(more).toEqual([]);
    expect(nudge?.subject).toBe('Om din anmälan');
    expect(nudge?.text).toContain('klockan 11.00');
    expect(nudge?.text).not.toMatch(/onsdagar|https?:|[2-9A-Z]{4}-[2-9A-Z]{4}/);
    // Ali has a seat: code and confirmation, and nothing to be told.
    expect(await mails('ali')).toHaveLength(2);
  });

  it('is not spoken of when hardly any time is left', async () => {
    await enrol(story.visitor(), 'onsdagar', { firstName: 'eva' });
    story.clock.advance({ minutes: 106 });
    await runJob();
    expect(await mails('eva')).toHaveLength(1);
  });
});
