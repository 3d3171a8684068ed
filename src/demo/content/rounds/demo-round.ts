import type { TimeOfDay, Weekday } from '../../../kernel/civil-date.js';
import type { RoundForm, RoundState } from '../../../rounds/round.entity.js';
import type { InDemoLanguages } from '../programmes/demo-programme.js';
import type { DemoStaffKey } from '../staff.js';
import type { DemoVenueKey } from '../venues.js';

/**
 * When a round is held, counted from the day the demo is loaded: either its first meeting is on a
 * weekday some weeks ahead, or one of its meetings (from 0) is exactly so many days ahead.
 */
export type DemoTiming =
  | { readonly weeksAhead: number; readonly weekday: Weekday }
  | { readonly meeting: number; readonly daysAhead: number }
  | { readonly meeting: number; readonly weeksAhead: number; readonly weekday: Weekday };

/** The words of a round in one language. */
export interface DemoRoundText {
  /** `{term}` is replaced by spring or autumn. */
  readonly label: string;
  /** Markdown. */
  readonly practical: string;
}

/** A round of the demo. */
export interface DemoRound {
  /** Slug of its programme. */
  readonly programme: string;
  readonly slug: string;
  readonly groupCode: string;
  readonly state: RoundState;
  readonly form: RoundForm;
  /** Language tag of the language it is held in. */
  readonly language: string;
  readonly venue: DemoVenueKey | null;
  readonly showPlace: boolean;
  readonly timing: DemoTiming;
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
  readonly capacity: number;
  readonly minParticipants: number;
  /** Days from today to the decision whether it runs; null: it runs however many come. */
  readonly decisionInDays: number | null;
  readonly interpreterOffered: boolean;
  /** Years; null: no child care. */
  readonly childCareFromAge: number | null;
  /** Children that the child care takes; left out: as many as come. */
  readonly childCarePlaces?: number;
  /** The same in two rounds that are one to apply to. */
  readonly joinKey?: string;
  readonly leaders: readonly DemoStaffKey[];
  /** How many people have a seat, and how many wait for one. */
  readonly confirmed: number;
  readonly waiting: number;
  /** The meeting (from 0) that was called off, and how many days later it is held instead. */
  readonly moved: { readonly meeting: number; readonly daysLater: number } | null;
  readonly texts: InDemoLanguages<DemoRoundText>;
}
