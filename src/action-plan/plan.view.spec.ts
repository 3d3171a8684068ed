import { describe, expect, it } from '@jest/globals';
import { Locale } from '../platform/web/locale.js';
import type { FoundMeasure, FoundPlan } from './action-plan.queries.js';
import { presentMeasure } from './measure.view.js';
import { presentPlan } from './plan.view.js';
import type { Serving } from './serving.queries.js';

const en = new Locale('en', (_, key) => key);
const NOTHING: Serving = { programmes: new Map(), items: new Map() };

const measure: FoundMeasure = {
  measure: {
    id: 1,
    planId: 1,
    code: 'M1',
    slug: 'grupper',
    status: 'delayed',
    published: true,
    startsOn: '2025-01-01',
    endsOn: '2027-12-31',
    sortOrder: 10,
    version: 1,
  },
  texts: [
    {
      id: 1,
      measureId: 1,
      language: 'sv',
      title: 'Grupper',
      description: 'Vi startar grupper.',
      leadBody: 'Nämnden',
    },
  ],
  goalIds: [1, 2],
  programmeIds: [5],
  itemIds: [6],
};

const goal = (id: number) => ({
  goal: { id, planId: 1, code: `G${id}`, sortOrder: id },
  texts: [{ id, goalId: id, language: 'en', title: `Goal no ${id}` }],
});

const plan: FoundPlan = {
  plan: { id: 1, slug: 'plan', state: 'adopted', startsOn: '2025-01-01', endsOn: '2027-12-31' },
  texts: [{ id: 1, planId: 1, language: 'sv', title: 'Planen', summary: 'Kort.' }],
  goals: [goal(1), goal(2), goal(3)],
  measures: [measure],
};

describe('the plan', () => {
  it('says so when none has been adopted', () => {
    const page = presentPlan(null, NOTHING, en);
    expect(page.empty?.title).toBe('plan:none.title');
    expect(page.goals).toEqual([]);
  });

  it('puts a measure under each goal that it serves', () => {
    const { goals } = presentPlan(plan, NOTHING, en);
    expect(goals.map(({ measures }) => measures.length)).toEqual([1, 1, 0]);
  });

  it('marks what is in Swedish only', () => {
    const { goals } = presentPlan(plan, NOTHING, en);
    expect(goals[0]?.title.lang).toBe('en');
    expect(goals[0]?.measures[0]?.title).toEqual({ text: 'Grupper', lang: 'sv', dir: 'ltr' });
  });

  it('links only to what is public', () => {
    const card = presentPlan(plan, NOTHING, en).goals[0]?.measures[0];
    expect(card?.programmes).toEqual([]);
    expect(card?.items).toEqual([]);
  });
});

describe('a measure', () => {
  it('says when nothing on the site belongs to it', () => {
    const page = presentMeasure(
      { found: measure, goals: [goal(1)], indicators: [], serving: NOTHING },
      en,
    );
    expect(page.nothingServes).toBe(true);
    expect(page.goals).toEqual([{ text: 'Goal no 1', lang: 'en', dir: 'ltr' }]);
    expect(page.status.text).toBe('plan:status.delayed');
  });
});
