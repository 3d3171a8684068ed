import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarOf, calendarOfMany } from './calendar.rules.js';

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
    expect(event?.uid).toMatch(/^[0-9a-f]{32}$/);
    // The same when the file is fetched again, and another for another meeting.
    expect(eventsOf(calendarOf(meetings, { ...words, place: null }))[0]?.uid).toBe(event?.uid);
  });

  it('says nothing about the course', () => {
    const [event] = eventsOf(calendarOf(meetings, words));
    expect(event?.summary).toBe('Träff');
    expect(event?.description).toBeNull();
    expect(event?.location).toBe('Väven, Storgatan 46');
  });

  it('names the service nowhere, and says how it is to be read', () => {
    const file = calendarOf(meetings, words);
    expect(file).not.toMatch(/familjepeppen|kurs|föräld/i);
    expect(file).toMatch(/^METHOD:PUBLISH\r$/m);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('can leave out the place', () => {
    expect(calendarOf(meetings, { ...words, place: null })).not.toContain('LOCATION');
  });
});

describe('a calendar to subscribe to', () => {
  it('has a name of its own, so that no program shows its secret address', () => {
    const file = calendarOfMany([{ meeting: meetings[0], place: null }], {
      ...words,
      name: 'Träffar',
    });
    for (const line of ['X-WR-CALNAME:Träffar', 'NAME:Träffar', 'METHOD:PUBLISH'])
      expect(file).toContain(`\r\n${line}\r\n`);
    expect(file).toMatch(/\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n/);
    expect(eventsOf(file)).toHaveLength(1);
  });

  it('is valid without a single meeting', () => {
    const file = calendarOfMany([], { ...words, name: 'Träffar' });
    expect(eventsOf(file)).toEqual([]);
    const calendar = ICAL.Component.fromString(file);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
    expect(file.endsWith('END:VTIMEZONE\r\nEND:VCALENDAR\r\n')).toBe(true);
  });
});
