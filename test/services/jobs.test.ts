import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { JobLoop } from '../../src/platform/jobs/job-loop.service.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { FixedClock } from '../support/clock.js';

const NOW = new Date('2027-01-18T08:00:00Z');

describe('jobs', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });
  afterAll(() => {
    Logger.overrideLogger(true);
  });

  it('run one after the other, deliveries last, each with the time of the round', async () => {
    const jobs = new Jobs();
    const seen: string[] = [];
    const job = (name: string) => async (now: Date) => {
      seen.push(`${name} begins ${now.toISOString()}`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    };
    jobs.register('send', job('send'), 'delivery');
    jobs.register('remind', job('remind'));
    expect(await jobs.runDue(NOW)).toEqual([
      { name: 'remind', error: null },
      { name: 'send', error: null },
    ]);
    expect(seen).toEqual([
      'remind begins 2027-01-18T08:00:00.000Z',
      'remind ends',
      'send begins 2027-01-18T08:00:00.000Z',
      'send ends',
    ]);
  });

  it('do not stop each other by failing', async () => {
    const jobs = new Jobs();
    jobs.register('broken', () => Promise.reject(new Error('no')));
    jobs.register('fine', () => Promise.resolve());
    const outcomes = await jobs.runDue(NOW);
    expect(outcomes.map(({ name, error }) => [name, error?.message])).toEqual([
      ['broken', 'no'],
      ['fine', undefined],
    ]);
  });

  it('have names of their own', () => {
    const jobs = new Jobs();
    jobs.register('once', () => Promise.resolve());
    expect(() => jobs.register('once', () => Promise.resolve())).toThrow('once');
  });

  it('run when the server starts, and stop with it after the round under way', async () => {
    const jobs = new Jobs();
    let ended = false;
    const begun = new Promise<void>((resolve) => {
      jobs.register('slow', async () => {
        resolve();
        await new Promise((later) => setTimeout(later, 20));
        ended = true;
      });
    });
    const loop = new JobLoop(jobs, new FixedClock(NOW));
    loop.start();
    await begun;
    await loop.onModuleDestroy();
    expect(ended).toBe(true);
  });
});
