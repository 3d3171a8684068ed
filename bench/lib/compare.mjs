import { median } from './load.mjs';

/** How long and how often: short for a look (`BENCH_QUICK=1`), long for the README. */
export const QUICK = process.env.BENCH_QUICK === '1';
export const TURNS = QUICK ? 2 : 5;
export const TURN_MS = QUICK ? 700 : 2_000;
export const KINDS = (process.env.BENCH_DATABASES ?? 'sqlite,mariadb').split(',');

/**
 * Measures app and floor in turns, so that what else the machine does hits both. Each gives a rate
 * (per second) and the processor time of one unit of work (ms). Shares are the medians of the turns'
 * shares; the one by processor time stands still when a busy machine makes the other one jump.
 */
export async function inTurns(app, floor, turns = TURNS) {
  const rates = [];
  for (let turn = 0; turn < turns; turn += 1) {
    // Whoever comes second finds a warmer machine: the order changes.
    const first = turn % 2 === 0;
    const one = first ? await app() : await floor();
    const other = first ? await floor() : await app();
    rates.push(first ? { app: one, floor: other } : { app: other, floor: one });
  }
  return {
    app: median(rates.map(({ app: { rate } }) => rate)),
    floor: median(rates.map(({ floor: { rate } }) => rate)),
    share: median(rates.map((turn) => turn.app.rate / turn.floor.rate)),
    cpuShare: median(rates.map((turn) => turn.floor.cpu / turn.app.cpu)),
    turns: rates,
  };
}

/** Runs `work`, which tells how many units it did in how many seconds, and what they cost the child. */
export async function measured(child, work) {
  const before = await child.cpu();
  const { units, seconds } = await work();
  return { rate: units / seconds, cpu: ((await child.cpu()) - before) / units };
}

/** A row whose aim is a share of the floor, 0 to 1. */
export function shareRow(work, database, { app, floor, share, cpuShare, turns }, aim, goal) {
  return {
    work,
    database,
    app: `${rounded(app)} /s`,
    floor: `${rounded(floor)} /s`,
    result: `${Math.round(share * 100)} %`,
    byCpu: `${Math.round(cpuShare * 100)} %`,
    aim: `≥ ${aim * 100} %`,
    goal: `${goal * 100} %`,
    reached: share >= aim,
    turns,
  };
}

/** A row whose aim is a limit. */
export function limitRow(
  work,
  database,
  { value, cpuTimes, unit, aim, goal, app = '', floor = '' },
) {
  const shown = (number) => `${rounded(number)}${unit}`;
  return {
    work,
    database,
    app,
    floor,
    result: shown(value),
    byCpu: cpuTimes === undefined ? '' : shown(cpuTimes),
    aim: `≤ ${shown(aim)}`,
    goal: shown(goal),
    reached: value <= aim,
    value,
  };
}

/** Three digits are all that a noisy machine can tell. */
export function rounded(number) {
  const digits = number >= 100 ? 0 : number >= 10 ? 1 : 2;
  return Number(number.toFixed(digits)).toLocaleString('en');
}
