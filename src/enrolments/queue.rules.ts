/** Somebody who waits, in a list that has everybody where they would stand alone. */
export interface Waiting {
  readonly id: number;
  /** Has an offer to answer: until then they are asked about no other seat, and are no pair. */
  readonly offered: boolean;
  /** Two with the same code go together; null: goes alone. */
  readonly together: string | null;
}

/**
 * Who is offered seats next, in order: one person, or two who go together and are asked at once. A pair
 * stands where the one of them further back stands: nobody comes ahead by joining somebody ahead.
 */
export function queueGroups(waiting: readonly Waiting[]): readonly (readonly number[])[] {
  const groups = groupsOf(waiting);
  return waiting
    .filter((each) => groups.get(keyOf(each))?.at(-1) === each)
    .map((each) => (groups.get(keyOf(each)) ?? []).map(({ id }) => id));
}

/**
 * The number that somebody is told, from 1. Whether the one they want to go with waits, has left or ever
 * came changes nothing in it: each of the two is counted where they stand alone. Everybody else is where
 * they are asked.
 */
export function queueNumber(waiting: readonly Waiting[], id: number): number {
  const own = waiting.findIndex((each) => each.id === id);
  const code = waiting[own]?.together ?? null;
  const places = placesOf(waiting);
  const ahead = waiting.filter((each, index) => {
    const isPartner = code !== null && each.together === code;
    return (isPartner ? index : (places[index] ?? index)) < own;
  });
  return ahead.length + 1;
}

/** How many are asked before somebody who stands alone, not counting those with an offer to answer. */
export function countAhead(waiting: readonly Waiting[], id: number): number {
  const own = waiting.findIndex((each) => each.id === id);
  const places = placesOf(waiting);
  return waiting.filter(({ offered }, index) => !offered && (places[index] ?? index) < own).length;
}

/** For each in the list the index at which they are asked. */
function placesOf(waiting: readonly Waiting[]): readonly number[] {
  const groups = groupsOf(waiting);
  const indexOf = new Map(waiting.map((each, index) => [each, index]));
  return waiting.map((each, index) => {
    const last = each.offered ? undefined : groups.get(keyOf(each))?.at(-1);
    return (last && indexOf.get(last)) ?? index;
  });
}

function groupsOf(waiting: readonly Waiting[]): ReadonlyMap<string | number, readonly Waiting[]> {
  return Map.groupBy(
    waiting.filter(({ offered }) => !offered),
    keyOf,
  );
}

function keyOf({ together, id }: Waiting): string | number {
  return together ?? id;
}
