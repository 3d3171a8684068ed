import { z } from 'zod';

import { LENGTHS } from '../kernel/lengths.js';
import {
  ATTENDANCE_STATES,
  type SubmittedRegister,
  type SubmittedRow,
} from './attendance.rules.js';

/** The names of a row's fields: what it is, then the enrolment's number. */
const ROW_FIELD = /^(state|shown|nonce|at)-([1-9]\d{0,8})$/;

const moment = z.iso.datetime().transform((text) => new Date(text));
const absent = z.literal('').transform(() => null);
const state = z.enum(ATTENDANCE_STATES);

const row = z.strictObject({
  state: state.nullable().default(null),
  shown: z.union([absent, state]),
  nonce: z
    .string()
    .regex(/^[\w-]+$/)
    .max(LENGTHS.token),
  at: z.union([absent, moment]).default(null),
});

const page = z.strictObject({
  rest: z.union([absent, z.enum(['here', 'absent'])]).default(null),
  sentAt: z.union([absent, moment]).default(null),
});

/** The fields of one person's row in the register form. */
export function rowFields(enrolmentId: number) {
  return {
    state: `state-${enrolmentId}`,
    shown: `shown-${enrolmentId}`,
    nonce: `nonce-${enrolmentId}`,
    at: `at-${enrolmentId}`,
  } as const;
}

/** A submitted register page, or null when it is not one that our page can have sent. */
export function readRegister(body: unknown): SubmittedRegister | null {
  const fields = z.record(z.string(), z.unknown()).safeParse(body);
  if (!fields.success) return null;
  const { rows, others } = grouped(fields.data);
  const head = page.safeParse(others);
  const people = z.array(row).safeParse([...rows.values()]);
  if (!head.success || !people.success) return null;
  const ids = [...rows.keys()];
  return {
    rest: head.data.rest,
    sentAt: head.data.sentAt,
    rows: people.data.flatMap((person, index): SubmittedRow[] => {
      const enrolmentId = ids[index];
      if (enrolmentId === undefined) return [];
      const { state: chosen, shown, nonce, at: tappedAt } = person;
      return [{ enrolmentId, chosen, shown, nonce, tappedAt }];
    }),
  };
}

function grouped(fields: Record<string, unknown>) {
  const rows = new Map<number, Record<string, unknown>>();
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [, part, digits] = ROW_FIELD.exec(name) ?? [];
    if (part === undefined) others[name] = value;
    else {
      const id = Number(digits);
      rows.set(id, { ...rows.get(id), [part]: value });
    }
  }
  return { rows, others };
}
