import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '../kernel/civil-date.js';
import { demoProgrammes } from './content/programmes.js';
import type { DemoRound } from './content/rounds/demo-round.js';
import { demoRounds } from './content/rounds.js';
import { planRound } from './round-plan.rules.js';

const today = '2026-11-22';

function plan(programme: string, slug: string, on = today) {
  const themes = demoProgrammes.find((one) => one.slug === programme)?.texts.sv.themes.length ?? 0;
  return planRound(round(programme, slug), themes, on);
}

function round(programme: string, slug: string): DemoRound {
  const found = demoRounds.find((one) => one.programme === programme && one.slug === slug);
  if (found === undefined) throw new Error(`No ${programme}/${slug}`);
  return found;
}

describe('the rounds of the demo', () => {
  it.each(['2026-11-22', '2027-03-09', '2027-07-01', '2027-10-31', '2028-02-29'])(
    'have a meeting today and a first meeting in three days on %s',
    (day) => {
      const dates = plan('lugnare-vardag', 'vaven-pagar', day).meetings.map((one) => one.date);
      expect(dates[3]).toBe(day);
      expect(daysBetween(day, plan('forsta-tiden-ihop', 'ersboda-formiddag', day).firstDate)).toBe(
        3,
      );
    },
  );

  it('close enrolment a week before they start, or the day before when that is past', () => {
    expect(plan('lugnare-vardag', 'vaven').enrolUntil).toEqual(new Date('2027-01-12T22:59:00Z'));
    expect(plan('forsta-tiden-ihop', 'ersboda-formiddag').enrolUntil).toEqual(
      new Date('2026-11-24T22:59:00Z'),
    );
  });

  it('hold a cancelled meeting on another day instead', () => {
    const { meetings } = plan('nara-tonaringen', 'vaven-pagar');
    expect(meetings.slice(5, 7)).toMatchObject([
      { number: 6, date: '2026-12-02', state: 'cancelled', replaces: false },
      { number: 6, date: '2026-12-03', state: 'planned', replaces: true },
    ]);
  });

  it('have one that must be decided about in a few days', () => {
    const { decisionDate, firstDate } = plan('lugnare-vardag', 'pappagrupp');
    expect(decisionDate).toBe('2026-11-26');
    expect(firstDate > '2026-11-26').toBe(true);
    const { confirmed, minParticipants } = round('lugnare-vardag', 'pappagrupp');
    expect(confirmed).toBeLessThan(minParticipants);
  });

  it('have one that is over', () => {
    expect(plan('lugnare-vardag', 'alidhem').endsAt < new Date('2026-11-22T00:00:00Z')).toBe(true);
  });
});

describe('the texts of the demo', () => {
  it.each(demoProgrammes.map((one) => [one.slug, one] as const))(
    '%s has as many themes in every language',
    (_, { texts }) => {
      expect(texts.en.themes).toHaveLength(texts.sv.themes.length);
      expect(texts.ar.themes).toHaveLength(texts.sv.themes.length);
    },
  );
});
