/** Names and codes that people have written into a program, and not values: `ER_DUP_ENTRY`, `TypeError`. */
const NAME = /^[A-Za-z][\w-]{0,60}$/;
/** A word of a message that a programmer wrote. A value stands in quotes, or is no plain English word. */
const PLAIN_WORD = /^\(?[A-Za-z]+(?:['_-][A-Za-z]+)*[),.:;]*$/;
/** One line of a stack trace: a place in the code. */
const FRAME = /^ {4}at \S.*(?::\d+|<anonymous>|native|index \d+)\)?$/;
const MOST_CAUSES = 3;

/**
 * What may be logged of any error: its name, its code, the plain words of its message and where in the
 * code it comes from. Messages of drivers, parsers and mail servers quote values, and an error of the
 * database carries its parameters: of none of these is anything kept.
 */
export function faultText(error: unknown): string {
  const lines: string[] = [];
  let fault = error;
  for (let depth = 0; depth <= MOST_CAUSES; depth += 1) {
    lines.push(depth === 0 ? faultLine(fault) : `caused by ${faultLine(fault)}`);
    if (!(fault instanceof Error)) break;
    lines.push(...framesOf(fault));
    if (fault.cause === undefined) break;
    fault = fault.cause;
  }
  return lines.join('\n');
}

/** The same in one line, without the places in the code. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return `not an Error but ${typeof error}`;
  const name = NAME.test(error.name) ? error.name : 'Error';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const words = isOfAnotherSystem(error) ? '' : plainWords(error.message);
  return [name, ...(NAME.test(code) ? [code] : [])].join(' ') + (words === '' ? '' : `: ${words}`);
}

/** A database or a mail server has its own words, which may be a value and nothing else; it has a code too. */
function isOfAnotherSystem(error: Error): boolean {
  return ['driverError', 'sql', 'response', 'responseCode'].some((key) => key in error);
}

/** A message up to the first word that may be a value. */
export function plainWords(message: string): string {
  if (message === '') return '';
  const words = message.split(' ');
  const first = words.findIndex((word) => !PLAIN_WORD.test(word));
  return first === -1 ? message : [...words.slice(0, first), '…'].join(' ');
}

/** The lines of a stack trace that name a place in the code; a message may have several lines itself. */
export function framesIn(stack: string): readonly string[] {
  return stack.split('\n').filter((line) => FRAME.test(line));
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  const end = stack.indexOf(message);
  return framesIn(end === -1 ? stack : stack.slice(end + message.length));
}
