import { isPhone, normalPhone } from '../kernel/text.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import { readForm, type FieldErrors, type Typed } from '../platform/web/forms.js';
import type { Programme } from '../programmes/programme.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { childCareErrors } from './child-care.rules.js';
import { enrolForm, type EnrolForm } from './enrol.form.js';

/** What of a round decides which answers it takes. */
export interface RoundAsks {
  readonly programme: Pick<Programme, 'admission'>;
  readonly round: Pick<Round, 'childCareFromAge'>;
}

type ReadEnrolment =
  | { readonly ok: true; readonly values: EnrolForm; readonly typed: Typed }
  | ({ readonly ok: false } & FormState);

/**
 * Reads the enrolment form for one round: what is wrong for every round and what is wrong for this one are
 * said together. @throws BadRequestException for what no page of ours sent
 */
export function readEnrolForm(body: unknown, asks: RoundAsks): ReadEnrolment {
  const form = readForm(enrolForm, body);
  const care = childCareErrors(form.typed, asks.round.childCareFromAge);
  const errors = {
    ...(form.ok ? {} : form.errors),
    ...phoneError(form.typed, asks),
    ...care.errors,
  };
  if (form.ok && Object.keys(errors).length === 0) return form;
  return { ok: false, typed: form.typed, errors, facts: care.facts };
}

/** Whoever is called before they get a seat has to leave a number. */
function phoneError({ phone }: Typed, { programme }: RoundAsks): FieldErrors {
  if (programme.admission !== 'talk') return {};
  const reachable = typeof phone === 'string' && isPhone(normalPhone(phone));
  return reachable ? {} : { phone: 'talk:error.phone' };
}
