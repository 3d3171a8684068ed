import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { DatabaseUnavailable } from './errors.js';
import { WriteQueue } from './write-queue.js';

const LIMITS = { atOnce: 2, standstill: 1_000, longest: 5_000 };

describe('The line to write', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const takes = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const ends = (asked: readonly Promise<unknown>[]) =>
    Promise.allSettled(asked).then((all) =>
      all.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : 'done')),
    );

  it('is served in order, some at a time, whatever becomes of those before', async () => {
    const queue = new WriteQueue(LIMITS);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const asked = Array.from({ length: 6 }, (_, number) =>
      queue.run(async () => {
        begun.push(number);
        running += 1;
        most = Math.max(most, running);
        await takes(10)();
        running -= 1;
        if (number % 2 === 0) throw new Error('refused');
      }),
    );
    const ended = ends(asked);
    await jest.advanceTimersByTimeAsync(100);
    expect((await ended).filter((end) => end === 'done')).toHaveLength(3);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves room for everything else between two, also when nothing in them ever waits', async () => {
    const queue = new WriteQueue({ ...LIMITS, atOnce: 1 });
    const happened: string[] = [];
    const write = () =>
      queue.run(() => {
        happened.push('write');
        return Promise.resolve();
      });
    setImmediate(() => happened.push('page'));
    const ended = ends([write(), write()]);
    await jest.advanceTimersByTimeAsync(10);
    await ended;
    expect(happened).toEqual(['write', 'page', 'write']);
  });

  it('is stood in for as long as it moves', async () => {
    const queue = new WriteQueue(LIMITS);
    const ended = ends(Array.from({ length: 12 }, () => queue.run(takes(600))));
    await jest.advanceTimersByTimeAsync(4_000);
    expect(new Set(await ended)).toEqual(new Set(['done']));
  });

  it('is left when it stands still, and when it is too long', async () => {
    const standing = new WriteQueue(LIMITS);
    const stuck = ends(Array.from({ length: 4 }, () => standing.run(takes(9_000))));
    const long = new WriteQueue(LIMITS);
    const served = ends(Array.from({ length: 30 }, () => long.run(takes(600))));
    await jest.advanceTimersByTimeAsync(20_000);
    const gone: unknown = expect.any(DatabaseUnavailable);
    expect(await stuck).toEqual(['done', 'done', gone, gone]);
    const outcomes = await served;
    expect(outcomes[0]).toBe('done');
    expect(outcomes.at(-1)).toEqual(gone);
  });

  it('is left by all when the database has answered nobody', async () => {
    const queue = new WriteQueue(LIMITS);
    let asked = 0;
    const hangs = async () => {
      asked += 1;
      await takes(900)();
      throw new DatabaseUnavailable('no answer');
    };
    const ended = ends(Array.from({ length: 8 }, () => queue.run(hangs)));
    await jest.advanceTimersByTimeAsync(900);
    const gone: unknown = expect.any(DatabaseUnavailable);
    expect(await ended).toEqual(Array(8).fill(gone));
    expect(asked).toBe(2);
    await jest.advanceTimersByTimeAsync(1);
    await expect(queue.run(() => Promise.resolve('back'))).resolves.toBe('back');
  });
});
