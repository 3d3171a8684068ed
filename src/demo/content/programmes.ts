import { alcoholDrugsGambling } from './programmes/alcohol-drugs-gambling.js';
import { calmerDays } from './programmes/calmer-days.js';
import { closeToTeens } from './programmes/close-to-teens.js';
import type { DemoProgramme } from './programmes/demo-programme.js';
import { firstMonths } from './programmes/first-months.js';
import { newCountry } from './programmes/new-country.js';
import { siblings } from './programmes/siblings.js';
import { twoHomes } from './programmes/two-homes.js';

/** Every programme of the demo, in the order of the catalogue. */
export const demoProgrammes: readonly DemoProgramme[] = [
  firstMonths,
  calmerDays,
  closeToTeens,
  newCountry,
  twoHomes,
  alcoholDrugsGambling,
  siblings,
];
