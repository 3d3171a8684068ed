/** What a refusal may carry for the sentence that is shown about it. */
export type RefusalFacts = Record<string, string | number>;

/**
 * An expected "no" from a use case: the round is full, the code is wrong. The page that asked shows
 * it in words; it is never a fault of the system and is not logged as one.
 */
export class Refusal extends Error {
  /**
   * @param code names the reason, in English kebab case; the page finds its words by it
   * @param facts figures and words that the sentence needs
   */
  constructor(
    readonly code: string,
    readonly facts: RefusalFacts = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Does `work`. A refusal is passed over: the page that follows shows by itself what is possible by then. */
export async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
