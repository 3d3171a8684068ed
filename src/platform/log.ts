import { ConsoleLogger, Logger } from '@nestjs/common';

import { faultText, framesIn } from '../kernel/fault.js';

/**
 * What a part of the app writes about its troubles. The only way to do it: of an error that is handed
 * over nothing is written but what {@link faultText} lets through.
 */
export class Log {
  readonly #logger: Logger;

  constructor(part: string) {
    this.#logger = new Logger(part);
  }

  /** Something has gone wrong that somebody should look at. */
  error(what: string, ...fault: readonly [unknown?]): void {
    this.#logger.error(said(what, fault));
  }

  /** Something has gone wrong that mends itself. */
  warn(what: string, ...fault: readonly [unknown?]): void {
    this.#logger.warn(said(what, fault));
  }

  /** Something has gone well that somebody waits for. */
  info(what: string): void {
    this.#logger.log(what);
  }
}

function said(what: string, fault: readonly unknown[]): string {
  return fault.length === 0 ? what : `${what}: ${faultText(fault[0])}`;
}

/**
 * What Nest itself writes: errors as {@link Log} does. Why the app cannot start is said by who starts it,
 * in a line and not with the way there.
 */
export class NestLogger extends ConsoleLogger {
  override error(message: unknown, ...rest: readonly unknown[]): void {
    if (rest.at(-1) === 'ExceptionHandler') return;
    const what = message instanceof Error ? faultText(message) : message;
    super.error(what, ...rest.map((part) => (isStack(part) ? framesIn(part).join('\n') : part)));
  }
}

/** Nest hands on the stack of an error beside it, and the first lines of a stack are the message. */
function isStack(part: unknown): part is string {
  return typeof part === 'string' && part.includes('\n');
}

/** Ends the process at an error that nobody has caught, as Node does, but without writing it whole. */
export function endAtUncaughtFaults(): void {
  // A rejection that nobody handles comes here too.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`Uncaught: ${faultText(error)}\n`);
    process.exit(1);
  });
}
