import { describe, expect, it } from '@jest/globals';

import { instantOf, plusHours, plusMinutes } from '../kernel/instant.js';
import {
  earliestStart,
  isDue,
  meetingDatesDue,
  readReminderKey,
  reminderKey,
  reminderTime,
} from './reminders.rules.js';

const THREE_DAYS = { daysBefore: 3, atTime: '09:00' };
const SAME_DAY = { daysBefore: 0, atTime: '09:00' };
const DAY_BEFORE = { daysBefore: 1, atTime: '18:00' };
const LONG_AGO = new Date('2026-11-01T08:00:00Z');

function meetingAt(date: string, time = '17:30') {
  return { id: 7, date, startsAt: instantOf(date, time) };
}

describe('when a rule reminds', () => {
  it('is local time, in winter and in summer', () => {
    expect(reminderTime(THREE_DAYS, '2027-01-19')).toEqual(new Date('2027-01-16T08:00:00Z'));
    expect(reminderTime(DAY_BEFORE, '2027-06-15')).toEqual(new Date('2027-06-14T16:00:00Z'));
  });

  it('is local time on both sides of each clock change', () => {
    // 28 March: the meeting is in summer time, the reminder still in winter time.
    expect(reminderTime(THREE_DAYS, '2027-03-30')).toEqual(new Date('2027-03-27T08:00:00Z'));
    expect(reminderTime(DAY_BEFORE, '2027-03-29')).toEqual(new Date('2027-03-28T16:00:00Z'));
    // 31 October: the other way round.
    expect(reminderTime(THREE_DAYS, '2027-11-02')).toEqual(new Date('2027-10-30T07:00:00Z'));
    expect(reminderTime(DAY_BEFORE, '2027-11-01')).toEqual(new Date('2027-10-31T17:00:00Z'));
  });

  it('moves forward in the missing hour and is the first in the doubled one', () => {
    const night = { daysBefore: 0, atTime: '02:30' };
    expect(reminderTime(night, '2027-03-28')).toEqual(new Date('2027-03-28T01:30:00Z'));
    expect(reminderTime(night, '2027-10-31')).toEqual(new Date('2027-10-31T00:30:00Z'));
  });
});

describe('which meetings are due', () => {
  const due = reminderTime(DAY_BEFORE, '2027-01-19');

  it('none before the time, and none from twelve hours after it', () => {
    expect(meetingDatesDue(DAY_BEFORE, plusMinutes(due, -1))).toEqual([]);
    expect(meetingDatesDue(DAY_BEFORE, due)).toEqual(['2027-01-19']);
    expect(meetingDatesDue(DAY_BEFORE, plusMinutes(due, 719))).toEqual(['2027-01-19']);
    expect(meetingDatesDue(DAY_BEFORE, plusHours(due, 12))).toEqual([]);
  });

  it('is found although it is already the next day in the zone of the meeting', () => {
    expect(meetingDatesDue(DAY_BEFORE, instantOf('2027-01-19', '04:00'))).toEqual(['2027-01-19']);
  });

  it.each([
    ['2027-03-28', '2027-03-29'],
    ['2027-10-31', '2027-11-01'],
  ])('is found on %s, when clocks change', (today, meeting) => {
    expect(meetingDatesDue(DAY_BEFORE, instantOf(today, '18:00'))).toEqual([meeting]);
    expect(meetingDatesDue(DAY_BEFORE, instantOf(today, '17:59'))).toEqual([]);
  });
});

describe('who is reminded', () => {
  const meeting = meetingAt('2027-01-19');
  const time = reminderTime(THREE_DAYS, meeting.date);

  it('whose place was confirmed before the time of the reminder', () => {
    expect(isDue(THREE_DAYS, meeting, LONG_AGO, time)).toBe(true);
    expect(isDue(THREE_DAYS, meeting, plusMinutes(time, -1), plusMinutes(time, 5))).toBe(true);
    expect(isDue(THREE_DAYS, meeting, time, plusMinutes(time, 5))).toBe(false);
    expect(isDue(THREE_DAYS, meeting, plusMinutes(time, 1), plusMinutes(time, 5))).toBe(false);
  });

  it('nobody of a meeting that starts within half an hour', () => {
    const morning = meetingAt('2027-01-19', '10:00');
    expect(isDue(SAME_DAY, morning, LONG_AGO, instantOf('2027-01-19', '09:29'))).toBe(true);
    expect(isDue(SAME_DAY, morning, LONG_AGO, instantOf('2027-01-19', '09:30'))).toBe(false);
    expect(earliestStart(instantOf('2027-01-19', '09:30'))).toEqual(morning.startsAt);
  });

  it('nobody of a meeting that was before the rule', () => {
    expect(
      isDue(SAME_DAY, meetingAt('2027-01-19', '08:00'), LONG_AGO, instantOf('2027-01-19', '09:00')),
    ).toBe(false);
  });
});

describe('the key', () => {
  it('changes with the start, so that a moved meeting is reminded of again', () => {
    const before = reminderKey(meetingAt('2027-01-19'), 12, 'first-same-day');
    expect(before).toBe('reminder:7:2027-01-19T16:30:00.000Z:12:first-same-day');
    expect(reminderKey(meetingAt('2027-01-19', '18:00'), 12, 'first-same-day')).not.toBe(before);
  });

  it('says what it is about', () => {
    const meeting = meetingAt('2027-01-19');
    expect(readReminderKey(reminderKey(meeting, 12, 'later-day-before'))).toEqual({
      meetingId: 7,
      startsAt: meeting.startsAt,
      enrolmentId: 12,
    });
    expect(readReminderKey('enrolment-code:12')).toBeNull();
  });
});
