import type { TextInLanguage } from '../../text/texts.js';
import type { Button } from './button.js';
import { telHref, type Link } from './link.js';

/** One meeting on the line. */
export interface MeetingPoint {
  /** `YYYY-MM-DD`, for machines. */
  readonly isoDate: string;
  /** "tis 19 januari", with the time where it differs from the others. */
  readonly when: string;
  readonly title: TextInLanguage | null;
  readonly state: 'planned' | 'next' | 'past' | 'cancelled';
  /** "Ny dag: tis 16 mars", "Inställd"; '' for an ordinary one. */
  readonly note: string;
}

/** `components/meeting-line`: a round's meetings in order along a line. */
export interface MeetingLine {
  readonly points: readonly MeetingPoint[];
}

/** A round's meetings in order. */
export function meetingLine(points: readonly MeetingPoint[]): MeetingLine {
  return { points };
}

/** `components/seat-box`: seats in words and the one button. On phones it sticks to the bottom. */
export interface SeatBox {
  readonly title: string;
  readonly text: string;
  /** Null when nobody can enrol. */
  readonly action: Button | null;
  /** Small print under the button; not shown while stuck to the bottom. */
  readonly note: string;
  readonly link: Link | null;
}

/** Seats in words and the one button. `title` is the seat tag's text. */
export function seatBox(options: {
  readonly title: string;
  readonly text: string;
  readonly action: Button | null;
  readonly note?: string;
  readonly link?: Link | null;
}): SeatBox {
  return { ...options, note: options.note ?? '', link: options.link ?? null };
}

/** `components/phone-line`: one number to call, large. */
export interface PhoneLine {
  readonly name: TextInLanguage;
  /** As people write it: "020-50 50 50". */
  readonly number: string;
  /** `tel:` address. */
  readonly href: string;
  /** What is true about calling it: hours, cost, traces. */
  readonly note: TextInLanguage | null;
}

/** One number to call. */
export function phoneLine(
  name: TextInLanguage,
  number: string,
  note: TextInLanguage | null = null,
): PhoneLine {
  return { name, number, href: telHref(number), note };
}
