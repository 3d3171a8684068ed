import { DatabaseUnavailable } from './errors.js';

/** How many write at once, and how long the others wait for their turn. */
export interface QueueLimits {
  readonly atOnce: number;
  /** Nobody waits on when so long nobody has got done (ms). */
  readonly standstill: number;
  /** Nobody waits longer than this, whoever gets done (ms). */
  readonly longest: number;
}

interface Waiting {
  readonly go: () => void;
  readonly leave: (error: DatabaseUnavailable) => void;
}

/**
 * Runs pieces of work in the order in which they came. A long line is not a database that is gone: who
 * stands in it waits as long as it moves.
 */
export class WriteQueue {
  readonly #waiting = new Set<Waiting>();
  #running = 0;
  #done = 0;

  constructor(private readonly limits: QueueLimits) {}

  /**
   * Runs `work` when it is its turn, whether what came before it succeeded or failed.
   * @throws DatabaseUnavailable when its turn does not come
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.limits.atOnce) this.#running += 1;
    else await this.#turn();
    const doneBefore = this.#done;
    try {
      const result = await work();
      this.#done += 1;
      return result;
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) this.#done += 1;
      // The database has answered nobody in all that time: those who wait need not find out one by one.
      else if (this.#done === doneBefore) for (const each of this.#waiting) each.leave(error);
      throw error;
    } finally {
      this.#next();
    }
  }

  /**
   * The turn of whoever waits is the one that somebody else has done with. Between the two comes whatever
   * else the process has to do: SQLite never lets go of it, so that a long line would keep every page waiting.
   */
  #next(): void {
    setImmediate(() => {
      const [next] = this.#waiting;
      if (next) next.go();
      else this.#running -= 1;
    });
  }

  #turn(): Promise<void> {
    const { standstill, longest } = this.limits;
    const since = performance.now();
    let seen = this.#done;
    return new Promise((resolve, reject) => {
      const end = () => {
        clearInterval(watch);
        this.#waiting.delete(waiting);
      };
      const waiting: Waiting = {
        go: () => {
          end();
          resolve();
        },
        leave: (error) => {
          end();
          reject(error);
        },
      };
      const watch = setInterval(() => {
        const stands = this.#done === seen || performance.now() - since > longest;
        if (stands) waiting.leave(new DatabaseUnavailable('the line to write does not move'));
        seen = this.#done;
      }, standstill);
      this.#waiting.add(waiting);
    });
  }
}
