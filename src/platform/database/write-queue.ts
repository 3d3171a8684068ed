/** Runs pieces of work one after the other, in the order in which they came. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` after everything that came before it, whether that succeeded or failed. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result.then(ignore, ignore);
    return result;
  }
}

function ignore(): void {
  // What came of it is between the work and whoever asked for it.
}
