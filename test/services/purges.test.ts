import { beforeAll, expect, it } from '@jest/globals';
import { EnrolmentChildAge } from '../../src/enrolments/enrolment-child-age.entity.js';
import { EnrolmentProof } from '../../src/enrolments/enrolment-proof.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { BrowserSession } from '../../src/platform/web/session/browser-session.entity.js';
import { PendingStep } from '../../src/platform/web/session/pending-step.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrol, enrolFully, openRound } from '../support/enrolling.js';

describeOnBothDatabases('What nobody can come back to', (database) => {
  const story = useApp(database);
  beforeAll(() => story.db().transaction((em) => openRound(em, { slug: 'torsdagar' })));

  const runJobs = () => story.app().get(Jobs).runDue(story.clock.now());
  const left = async () => ({
    enrolments: (await story.db().read.find(Enrolment)).map(({ firstName }) => firstName).sort(),
    ages: await story.db().read.count(EnrolmentChildAge),
    proofs: await story.db().read.count(EnrolmentProof),
    sessions: await story.db().read.count(BrowserSession),
    steps: await story.db().read.count(PendingStep),
    counts: await story.db().read.count(ActCount),
  });

  it('is deleted, and a place is not', async () => {
    await enrol(story.visitor(), 'torsdagar', { firstName: 'Kim' });
    await enrolFully(story.app(), story.visitor(), 'torsdagar', { firstName: 'Ali' });
    story.clock.advance({ hours: 11 });
    await runJobs();
    expect(await left()).toMatchObject({ enrolments: ['Ali', 'Kim'], sessions: 1, steps: 0 });

    story.clock.advance({ hours: 38 });
    expect((await runJobs()).every(({ error }) => error === null)).toBe(true);
    expect(await left()).toEqual({
      enrolments: ['Ali'],
      ages: 1,
      proofs: 1,
      sessions: 0,
      steps: 0,
      counts: 0,
    });
  });
});
