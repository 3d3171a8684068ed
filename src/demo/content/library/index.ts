import { askWithoutInterrogating } from './ask-without-interrogating.js';
import { childrenNotice } from './children-notice.js';
import type { DemoItem } from './demo-item.js';
import { firstParty } from './first-party.js';
import { lootBoxes } from './loot-boxes.js';
import { noToBuyingForOthers } from './no-to-buying-for-others.js';
import { noiseThroughTheWall } from './noise-through-the-wall.js';
import { strongerFaster } from './stronger-faster.js';
import { talkingAboutDrugs } from './talking-about-drugs.js';
import { tenQuestions } from './ten-questions.js';
import { whenAngerTakesOver } from './when-anger-takes-over.js';
import { whiteSnus } from './white-snus.js';
import { whoDoesWhat } from './who-does-what.js';

/** Every library item of the demo, in the order in which it was published, oldest first. */
export const DEMO_ITEMS: readonly DemoItem[] = [
  noiseThroughTheWall,
  tenQuestions,
  childrenNotice,
  whenAngerTakesOver,
  askWithoutInterrogating,
  firstParty,
  noToBuyingForOthers,
  talkingAboutDrugs,
  whiteSnus,
  strongerFaster,
  lootBoxes,
  whoDoesWhat,
];
