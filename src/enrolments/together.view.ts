import { shownCode } from '../kernel/secret.js';
import { submitButton, type Button } from '../platform/web/components/button.js';
import type { TextField } from '../platform/web/components/fields.js';
import type { FormFields, FormState } from '../platform/web/components/form-fields.js';
import type { Locale } from '../platform/web/locale.js';
import type { OwnPlace } from './enrolments.queries.js';
import { mayGoTogether } from './together.rules.js';

interface Act {
  readonly action: string;
  readonly submit: Button;
}

/** `views/enrolments/together.hbs`: the same whether or not the other one waits, or ever came. */
export interface TogetherPart {
  /** The person has said that they want to go with somebody. */
  readonly wished: boolean;
  /** To hand over; '' for who has none. */
  readonly code: string;
  readonly give: Act | null;
  readonly take: (Act & { readonly field: TextField }) | null;
  readonly alone: Act | null;
}

/** "Vi vill gå tillsammans", on the page of a place; null where there is nothing to say about it. */
export function togetherPart(
  place: OwnPlace,
  locale: Locale,
  fields: FormFields,
  now: Date,
): TogetherPart | null {
  const { enrolment, together, offer, phoneOnly } = place;
  const { programme, round } = place.facts;
  const waits = enrolment.state === 'waiting' && round.state === 'published' && now < round.endsAt;
  if (!waits || !mayGoTogether(programme)) return null;
  if (together === null && (phoneOnly || offer !== null)) return null;
  const action = locale.href(`/mina-kurser/${enrolment.id}/tillsammans`);
  const act = (path: string, label: Parameters<Locale['t']>[0]): Act => ({
    action: `${action}${path}`,
    submit: submitButton(locale.t(label), { variant: 'secondary' }),
  });
  const gave = together?.part === 'gave';
  const wrong = enrolment.togetherCode !== null;
  return {
    wished: together !== null,
    code: gave ? shownCode(together.code) : '',
    give: together === null ? act('/kod', 'together:place.give') : null,
    take: phoneOnly
      ? null
      : { ...act('', 'together:place.take'), field: codeField(locale, fields) },
    alone:
      phoneOnly || (together === null && !wrong) ? null : act('/ensam', 'together:place.alone'),
  };
}

/** What was typed in the enrolment form and turned out to be worth nothing. */
export function wrongCode({ enrolment, phoneOnly }: OwnPlace): FormState | undefined {
  if (enrolment.togetherCode === null || phoneOnly) return undefined;
  const code = shownCode(enrolment.togetherCode);
  return { typed: { code }, errors: { code: 'together:error.code' } };
}

function codeField(locale: Locale, fields: FormFields): TextField {
  return fields.text({
    name: 'code',
    label: locale.t('together:place.takeLabel'),
    hint: locale.t('together:place.takeHint'),
    dir: 'ltr',
    width: 'medium',
  });
}
