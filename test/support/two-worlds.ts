import fc from 'fast-check';
import type { Browser } from './browser.js';
import { formOf } from './enrolling.js';

/** What is known about a person, and what others have done with her address within the hour. */
export interface Known {
  /** She has a place in the round. */
  readonly place: boolean;
  /** Another adult has the same mailbox, and a place in the round. */
  readonly partner: boolean;
  /** She stands on the list of the other course. */
  readonly interest: boolean;
  /** How often she has been written down to be called. */
  readonly calls: number;
  /** Codes that others have asked for from the visitor's own network, and from others. */
  readonly askedHere: number;
  readonly askedElsewhere: number;
}

/** What a visitor does with her address, and what time does. */
export const ACTS = [
  'sign-in',
  'sign-in-code',
  'enrol',
  'wrong-code',
  'new-code',
  'same-address',
  'own-address',
  'own-code',
  'guess',
  'reload',
  'interest',
  'call',
  'minutes',
  'half-hour',
  'hours',
  'day',
] as const;
export type Act = (typeof ACTS)[number];

/** How long the acts that are none take, minutes. */
export const WAITS: Readonly<Partial<Record<Act, number>>> = {
  minutes: 2,
  'half-hour': 31,
  hours: 121,
  day: 25 * 60,
};

/** A world in which much or little is known about her, and what a visitor does there. */
export const visits = fc.record({
  known: fc.record({
    place: fc.boolean(),
    partner: fc.boolean(),
    interest: fc.boolean(),
    calls: fc.constantFrom(0, 4),
    askedHere: fc.constantFrom(0, 1, 5),
    askedElsewhere: fc.constantFrom(0, 3, 17),
  }),
  acts: fc.array(fc.constantFrom(...ACTS), { minLength: 4, maxLength: 10 }),
});

const NOTHING: Known = {
  place: false,
  partner: false,
  interest: false,
  calls: 0,
  askedHere: 0,
  askedElsewhere: 0,
};
const EVERYTHING: Known = {
  place: true,
  partner: true,
  interest: true,
  calls: 4,
  askedHere: 5,
  askedElsewhere: 17,
};
const fiveTimes = (act: Act): Act[] => [act, act, act, act, act];

/** Visits that chance rarely draws: a new code where others have used up the mails, and wrong ones after it. */
export const SHARP_VISITS: readonly { readonly known: Known; readonly acts: Act[] }[] = [
  {
    known: { ...NOTHING, askedHere: 5 },
    acts: ['enrol', 'wrong-code', 'wrong-code', 'minutes', 'new-code', 'wrong-code'],
  },
  {
    known: { ...NOTHING, askedElsewhere: 17 },
    acts: ['enrol', ...fiveTimes('wrong-code'), 'minutes', 'new-code', 'wrong-code'],
  },
  {
    known: EVERYTHING,
    acts: ['enrol', 'own-address', 'own-code', 'hours', 'sign-in', 'sign-in-code', 'half-hour'],
  },
  {
    known: EVERYTHING,
    acts: ['guess', 'interest', 'call', 'sign-in', ...fiveTimes('sign-in-code'), 'day', 'reload'],
  },
];

/** Somebody at a browser, and whom they are curious about. */
export interface Visitor {
  readonly browser: Browser;
  readonly her: { readonly firstName: string; readonly email: string; readonly phone: string };
  /** The visitor's own mailbox, and the code that it got last. */
  readonly email: string;
  readonly ownCode: () => Promise<string>;
}

/** Where the visits happen: the round, and the course that has none. */
export interface Places {
  readonly round: string;
  readonly list: string;
}

type Fields = readonly (readonly [string, string])[];
const WRONG = 'AAAA-AAAA';

/** Does one act, and gives all that the visitor can see of the answers, redirects included. */
export async function seenOf(
  act: Act,
  visitor: Visitor,
  { round, list }: Places,
): Promise<string[]> {
  const { browser, her, email, ownCode } = visitor;
  const code = `${formOf(round)}/kod`;
  const signIn = '/sv/mina-kurser/logga-in';
  const person: Fields = [
    ['firstName', her.firstName],
    ['email', her.email],
    ['childAges', '3-6'],
  ];
  const posts = (path: string, fields: Fields) => answers(browser, path, fields);
  switch (act) {
    case 'sign-in':
      return posts(signIn, [['email', her.email]]);
    case 'sign-in-code':
      return posts(`${signIn}/kod`, [['code', WRONG]]);
    case 'enrol':
      return posts(formOf(round), [...person, ['queue', 'yes']]);
    case 'wrong-code':
      return posts(code, [['code', WRONG]]);
    case 'new-code':
      return posts(`${code}/ny`, []);
    case 'same-address':
      return posts(`${code}/adress`, [['email', her.email]]);
    case 'own-address':
      return posts(`${code}/adress`, [['email', email]]);
    case 'own-code':
      return posts(code, [['code', await ownCode()]]);
    case 'guess':
      return posts(code, [
        ['email', her.email],
        ['code', WRONG],
      ]);
    case 'interest':
      return posts(`/sv/kurser/${list}/intresse`, person);
    case 'call':
      return posts('/sv/ring-mig', [
        ['name', 'Anna'],
        ['phone', her.phone],
        ['whenToCall', 'efter fem'],
      ]);
    default:
      return answers(browser, code);
  }
}

async function answers(browser: Browser, path: string, fields?: Fields): Promise<string[]> {
  const seen: string[] = [];
  const headers = { 'sec-fetch-site': 'same-origin' };
  let page = await browser.send(path, fields ? { method: 'POST', fields, headers } : {});
  for (;;) {
    const cookies = [page.headers['set-cookie'] ?? []].flat().map(shapeOf);
    const target = page.redirectsTo;
    seen.push([page.status, target ?? '', ...cookies, page.bodyForAll].join('\n'));
    if (target === null) return seen;
    page = await browser.send(target, { headers });
  }
}

/** The name of a cookie with its attributes, without its value. */
function shapeOf(line: string | number): string {
  return String(line)
    .replace(/=[^;]*/, '=…')
    .replace(/expires=[^;]*/i, 'expires=…');
}
