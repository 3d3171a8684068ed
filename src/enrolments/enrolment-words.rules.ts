import type { Admission } from '../programmes/programme.entity.js';

/**
 * `pending`: the mailbox is not proved yet. `confirmed`: has a seat. `waiting`: in the queue.
 * `review`: proved, and waits until staff have looked at it, because one mailbox or network has asked for
 * unusually many. `cancelled`: by the person or staff. `lapsed`: never confirmed, or offered a seat in vain.
 * `closed`: waited until seats were offered no more.
 */
export type EnrolmentState =
  'pending' | 'confirmed' | 'waiting' | 'review' | 'cancelled' | 'lapsed' | 'closed';

/** States of whoever has proved their mailbox and has, or may get, a seat. */
export const LIVE_STATES: readonly EnrolmentState[] = ['confirmed', 'waiting', 'review'];

/** States in which somebody has neither a seat nor a place in the queue any more. */
export const ENDED_STATES: readonly EnrolmentState[] = ['cancelled', 'lapsed', 'closed'];

/** What a person is told that their enrolment is; `talk`: staff call before anybody is placed. */
export type Standing = 'seat' | 'queue' | 'talk' | 'review' | 'closed' | 'none';

/** What an enrolment is to the person. Whoever awaits a talk stands in no queue that they could see. */
export function standingOf(state: EnrolmentState, admission: Admission): Standing {
  if (state === 'confirmed') return 'seat';
  if (state === 'closed' || state === 'review') return state;
  if (state !== 'waiting') return 'none';
  return admission === 'talk' ? 'talk' : 'queue';
}

/** Age bands of a child; nothing else about a child is ever asked. */
export const CHILD_AGES = ['expecting', '0-2', '3-6', '7-12', '13-18'] as const;
export type ChildAge = (typeof CHILD_AGES)[number];

export const RELATIONS = [
  'parent',
  'step-parent',
  'grandparent',
  'foster-parent',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const SEXES = ['woman', 'man', 'other'] as const;
export type Sex = (typeof SEXES)[number];

export const INTERPRETER_SEXES = ['woman', 'man', 'any'] as const;
export type InterpreterSex = (typeof INTERPRETER_SEXES)[number];

export const INTERPRETER_WAYS = ['on-site', 'telephone'] as const;
export type InterpreterWay = (typeof INTERPRETER_WAYS)[number];
