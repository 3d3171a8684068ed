import { MAILED_LINK, Page } from '../kernel/page.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import { summaryList, type SummaryList } from '../platform/web/components/summary-list.js';
import type { Locale } from '../platform/web/locale.js';
import { placeLines } from './enrolments.mails.js';
import type { AnswerOutcome, OpenedLink } from './seat-answers.service.js';

/** `offers/answer` */
interface AnswerModel {
  readonly title: string;
  readonly text: string;
  readonly facts: SummaryList | null;
  readonly choices: readonly { readonly action: string; readonly submit: Button }[];
  readonly onward: Button | null;
}

/** A link from a mail: the question it asks, or why it asks none any more. Names nobody. */
export function openedPage(link: OpenedLink, token: string, locale: Locale): Page {
  if (link.kind === 'closed') return outcomePage(link.outcome, locale);
  const title = locale.t(`offers:${link.kind}.title`);
  const asksForSeat = link.kind === 'offer';
  const model: AnswerModel = {
    title,
    text: asksForSeat
      ? locale.t('offers:offer.text', { by: locale.moment(link.answerBy) })
      : locale.t('offers:stay.text'),
    facts: asksForSeat ? factsOf(link, locale) : null,
    choices: (['yes', 'no'] as const).map((answer) => ({
      action: locale.href(`/erbjudande/${token}/${answer === 'yes' ? 'ja' : 'nej'}`),
      submit: submitButton(locale.t(`offers:${link.kind}.${answer}`), {
        variant: answer === 'yes' ? 'primary' : 'secondary',
      }),
    })),
    onward: null,
  };
  return new Page('offers/answer', { ...MAILED_LINK, title }, model);
}

function factsOf(link: Extract<OpenedLink, { kind: 'offer' }>, locale: Locale): SummaryList {
  const lines = placeLines({ ...link, seated: true }, locale);
  return summaryList(lines.map(({ label, value }) => ({ label, text: value })));
}

/** Ends that leave nothing to do with this link. */
const GONE: ReadonlySet<AnswerOutcome> = new Set([
  'late',
  'over',
  'unknown',
  'cancelled-after',
  'round-cancelled',
]);

/** What became of an answer, or of the link. */
export function outcomePage(outcome: AnswerOutcome, locale: Locale): Page {
  const title = locale.t(`offers:outcome.${outcome}.title`);
  const model: AnswerModel = {
    title,
    text: locale.t(`offers:outcome.${outcome}.text`),
    facts: null,
    choices: [],
    onward: onwardOf(outcome, locale),
  };
  return new Page('offers/answer', { ...MAILED_LINK, title }, model, GONE.has(outcome) ? 410 : 200);
}

/** Ends after which the person's own page says more. */
const KEPT: ReadonlySet<AnswerOutcome> = new Set([
  'accepted',
  'used-yes',
  'stayed',
  'used-stayed',
  'over',
]);

function onwardOf(outcome: AnswerOutcome, locale: Locale): Button {
  return KEPT.has(outcome)
    ? linkButton(locale.t('mine:list.title'), locale.href('/mina-kurser'), 'secondary')
    : linkButton(locale.t('enrolments:link.toCourses'), locale.href('/kurser'), 'secondary');
}
