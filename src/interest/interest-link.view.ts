import { MAILED_LINK, Page } from '../kernel/page.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { Locale } from '../platform/web/locale.js';
import type { LinkState } from './interest-answers.service.js';

/** `views/interest/link.hbs`: one act by a mailed link, or what became of it. */
interface LinkModel {
  readonly title: string;
  readonly text: string;
  /** Null when there is nothing to do (any more). */
  readonly submit: Button | null;
  /** A way on that changes nothing. */
  readonly onward: Button | null;
}

/** What may stand at the end of a link, besides what it asks. */
export type LinkEnd = 'listed' | 'left' | 'expired';

/** The page of a mailed link: what it asks, or what there is to say. No name, no address, no course. */
export function linkPage(state: LinkState, token: string, locale: Locale): Page {
  if (state === 'listed' || state === 'expired') return endPage(state, token, locale);
  const stay = state === 'stay';
  const submit = stay ? 'interest:link.stay.submit' : 'interest:link.prove.submit';
  return page(locale, 200, {
    title: locale.t(`interest:link.${state}.title`),
    text: locale.t(`interest:link.${state}.text`),
    submit: submitButton(locale.t(submit)),
    onward: stay ? toLeaving(token, locale) : null,
  });
}

/** Asks whether the person wants to leave the list. */
export function leavePage(token: string, locale: Locale): Page {
  return page(locale, 200, {
    title: locale.t('interest:link.leave.title'),
    text: locale.t('interest:link.leave.text'),
    submit: submitButton(locale.t('interest:link.leave.submit'), { variant: 'danger' }),
    onward: linkButton(
      locale.t('offers:cancel.queue.no'),
      locale.href(`/intresse/${token}`),
      'secondary',
    ),
  });
}

/** What became of it. */
export function endPage(end: LinkEnd, token: string, locale: Locale): Page {
  return page(locale, end === 'expired' ? 410 : 200, {
    title: locale.t(`interest:link.${end}.title`),
    text: locale.t(`interest:link.${end}.text`),
    submit: null,
    onward: end === 'listed' ? toLeaving(token, locale) : toCourses(locale),
  });
}

function page(locale: Locale, status: number, model: LinkModel): Page {
  return new Page('interest/link', { ...MAILED_LINK, title: model.title }, model, status);
}

function toLeaving(token: string, locale: Locale): Button {
  const href = locale.href(`/intresse/${token}/lamna`);
  return linkButton(locale.t('interest:link.toLeaving'), href, 'secondary');
}

function toCourses(locale: Locale): Button {
  return linkButton(locale.t('enrolments:link.toCourses'), locale.href('/kurser'), 'secondary');
}
