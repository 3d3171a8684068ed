/** From one network, in one round and in all, so that nobody fills rounds with addresses that are not theirs. */
const PER_NETWORK_AND_ROUND = 3;
const PER_NETWORK = 6;

/** Who holds seats of a round without having proved a mailbox. */
export interface UnprovenHolds {
  readonly here: number;
  /** Of these, from the network that asks. */
  readonly hereFromNetwork: number;
  /** From that network, in all rounds. */
  readonly fromNetwork: number;
}

/**
 * Whether one more unproven request may hold a seat. Such holds never take more than half of what proved
 * people and staff have left, so that a round stays open to who types their code. Whoever holds nothing gets a
 * seat by the code, if one is free then.
 */
export function mayHold({
  capacity,
  taken,
  here,
  hereFromNetwork,
  fromNetwork,
}: UnprovenHolds & { readonly capacity: number; readonly taken: number }): boolean {
  const left = capacity - (taken - here);
  return (
    here < Math.ceil(left / 2) &&
    hereFromNetwork < PER_NETWORK_AND_ROUND &&
    fromNetwork < PER_NETWORK
  );
}
