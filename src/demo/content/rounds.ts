import type { DemoRound } from './rounds/demo-round.js';
import { families } from './rounds/families.js';
import { teenagers } from './rounds/teenagers.js';
import { youngerChildren } from './rounds/younger-children.js';

/** Every round of the demo. */
export const demoRounds: readonly DemoRound[] = [...youngerChildren, ...teenagers, ...families];
