import { BadRequestException } from '@nestjs/common';
import { z } from 'zod';

import type { TextKey } from './resources.js';

/** What was typed, by field name; several values where several boxes were ticked. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is wrong, by field name: the key of the sentence that says it. */
export type FieldErrors = Readonly<Record<string, TextKey | undefined>>;

/** A form that was read: its values, or what is wrong with it and what was typed. */
export type ReadForm<T> =
  | { readonly ok: true; readonly values: T; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed };

/** The name of the step that a form is about, so that a tab stays with its own; '' is the newest. */
export const stepField = z
  .string()
  .regex(/^[0-9a-f]{0,16}$/)
  .default('');

/** The same before the rest of a form is read: which form it is may depend on the step. */
export function stepIn(body: unknown): string {
  const read = stepField.safeParse(typedOf(body).step);
  if (!read.success) throw new BadRequestException();
  return read.data;
}

/**
 * Reads a posted form. The schema is a strict zod object whose messages are text keys.
 * @throws BadRequestException for fields that the form does not have: no page of ours sent them
 */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): ReadForm<T> {
  const typed = typedOf(body);
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, values: parsed.data, typed };
  const errors: Record<string, TextKey> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (field === '' || !isTextKey(issue.message)) throw new BadRequestException();
    errors[field] ??= issue.message;
  }
  return { ok: false, errors, typed };
}

/** What a posted body holds, as text. @throws BadRequestException when it is anything but a form */
export function typedOf(body: unknown): Typed {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object') throw new BadRequestException();
  const typed: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') typed[name] = value;
    else if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
      typed[name] = value;
    else throw new BadRequestException();
  }
  return typed;
}

/** What was typed when the language switch was pressed in the form; null when it was not. */
export function switchedLanguage(body: unknown): Typed | null {
  const { switchLanguage, ...typed } = typedOf(body);
  return switchLanguage === undefined ? null : typed;
}

/** Messages that zod makes by itself have no namespace: then the form was tampered with. */
function isTextKey(message: string): message is TextKey {
  return /^[a-z][A-Za-z-]*:[\w.-]+$/.test(message);
}
