import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarOf } from './calendar.rules.js';

const meetings = [
  {
    id: 7,
    startsAt: new Date('2027-03-23T16:30:00Z'),
    endsAt: new Date('2027-03-23T18:30:00Z'),
    state: 'planned',
    version: 1,
  },
  {
    id: 8,
    startsAt: new Date('2027-03-30T15:30:00Z'),
    endsAt: new Date('2027-03-30T17:30:00Z'),
    state: 'cancelled',
    version: 2,
  },
] as const;

const words = {
  title: 'Träff',
  place: 'Väven, Storgatan 46',
  host: 'familjepeppen.example.se',
  now: new Date('2026-11-22T10:00:00Z'),
};

function eventsOf(file: string) {
  const calendar = ICAL.Component.fromString(file);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('calendarOf', () => {
  it('gives the planned meetings at the right instants', () => {
    const [event, ...others] = eventsOf(calendarOf(meetings, words));
    expect(others).toHaveLength(0);
    expect(event?.startDate.toJSDate()).toEqual(meetings[0].startsAt);
    expect(event?.endDate.toJSDate()).toEqual(meetings[0].endsAt);
    expect(event?.uid).toBe('meeting-7@familjepeppen.example.se');
  });

  it('says nothing about the course', () => {
    const [event] = eventsOf(calendarOf(meetings, words));
    expect(event?.summary).toBe('Träff');
    expect(event?.description).toBeNull();
    expect(event?.location).toBe('Väven, Storgatan 46');
  });

  it('can leave out the place', () => {
    expect(calendarOf(meetings, { ...words, place: null })).not.toContain('LOCATION');
  });
});
