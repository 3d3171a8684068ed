import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { countAhead, queueGroups, queueNumber, type Waiting } from './queue.rules.js';

/** `a b* c? A`: a letter a person; the same letter in another case is the other of a pair; `?` has an offer. */
function line(text: string): Waiting[] {
  const words = text.split(' ');
  return words.map((word, index) => {
    const letter = word.charAt(0).toLowerCase();
    const isPair = words.filter((other) => other.charAt(0).toLowerCase() === letter).length > 1;
    return { id: index, offered: word.endsWith('?'), together: isPair ? letter : null };
  });
}

describe('The queue', () => {
  it('asks a pair where the one further back stands', () => {
    expect(queueGroups(line('a b A c'))).toEqual([[1], [0, 2], [3]]);
    expect(queueGroups(line('a b A c B'))).toEqual([[0, 2], [3], [1, 4]]);
  });

  it('takes somebody whose other half has an offer, has left or never came as one person', () => {
    expect(queueGroups(line('a b A? c'))).toEqual([[0], [1], [3]]);
    expect(queueGroups([{ id: 7, offered: false, together: 'x' }])).toEqual([[7]]);
  });

  it('counts those who are asked before somebody', () => {
    expect(countAhead(line('a b A c'), 1)).toBe(0);
    expect(countAhead(line('a b A c'), 3)).toBe(3);
    expect(countAhead(line('a? b A c'), 1)).toBe(0);
    expect(countAhead(line('b? a c'), 2)).toBe(1);
  });

  it('numbers strangers by where they are asked, and the two by where they stand alone', () => {
    const numbers = (waiting: readonly Waiting[]) =>
      waiting.map(({ id }) => queueNumber(waiting, id));
    expect(numbers(line('a b A c'))).toEqual([1, 1, 3, 4]);
    expect(numbers(line('a? b c'))).toEqual([1, 2, 3]);
  });

  const waiting = fc
    .array(fc.record({ offered: fc.boolean(), pair: fc.nat({ max: 5 }) }), { maxLength: 10 })
    .map((people) =>
      people.map(({ offered, pair }, id) => {
        const earlier = people.slice(0, id).filter((other) => other.pair === pair).length;
        return { id, offered, together: earlier < 2 ? `code${pair}` : null };
      }),
    );

  it('asks everybody without an offer once, and nobody ahead of where they would stand alone', () => {
    fc.assert(
      fc.property(waiting, (people) => {
        const asked = queueGroups(people).flat();
        const free = people.filter(({ offered }) => !offered).map(({ id }) => id);
        expect(asked.toSorted((a, b) => a - b)).toEqual(free);
        for (const [index, group] of queueGroups(people).entries()) {
          const before = queueGroups(people).slice(0, index).flat();
          const alone = free.filter((id) => id < Math.max(...group) && !group.includes(id));
          // Who stood ahead of the later of the two is asked before, or is half of a pair further back.
          for (const id of alone.filter((each) => !before.includes(each)))
            expect(
              queueGroups(people)
                .slice(index + 1)
                .find((other) => other.includes(id)),
            ).toHaveLength(2);
        }
      }),
    );
  });

  it('tells the two the same number whatever the other does', () => {
    fc.assert(
      fc.property(waiting, fc.nat({ max: 9 }), (people, who) => {
        const own = people[who];
        if (own?.together == null) return;
        const alone = people.map((each) =>
          each !== own && each.together === own.together ? { ...each, together: null } : each,
        );
        expect(queueNumber(people, who)).toBe(queueNumber(alone, who));
      }),
    );
  });
});
