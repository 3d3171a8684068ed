import { normalEmail } from '../kernel/text.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import type { Typed } from '../platform/web/forms.js';

type Read<T> =
  | { readonly ok: true; readonly values: T; readonly typed: Typed }
  | ({ readonly ok: false } & FormState);

/**
 * A form with an address, refused there as well when it is known that no mail of ours can leave for it:
 * better than to hold a seat for somebody who waits for a code.
 */
export function reachableForm<T>(form: Read<T>, reaches: (address: string) => boolean): Read<T> {
  const { email } = form.typed;
  if (typeof email !== 'string' || reaches(normalEmail(email))) return form;
  const unreached = { email: 'enrolments:error.emailUnreached' } as const;
  if (form.ok) return { ok: false, typed: form.typed, errors: unreached };
  return { ...form, errors: { ...unreached, ...form.errors } };
}
