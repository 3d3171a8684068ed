import { MAILED_LINK, Page } from '../kernel/page.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { Locale } from '../platform/web/locale.js';
import type { ComingLink } from './coming-answers.service.js';

/** `views/reminders/coming.hbs` */
interface ComingModel {
  readonly title: string;
  readonly text: string;
  /** Null when there is nothing to press. */
  readonly submit: Button | null;
  readonly onward: Button | null;
}

/** The question, or what became of it. Shows no name, no address and no course; the day is in the mail. */
export function comingPage(link: ComingLink, token: string, locale: Locale): Page {
  const { state } = link;
  const giveAway = locale.href(`/kommer/${token}/avbokning`);
  const no = linkButton(locale.t('reminders:coming.no'), giveAway, 'secondary');
  const toCourses = linkButton(
    locale.t('enrolments:link.toCourses'),
    locale.href('/kurser'),
    'secondary',
  );
  const gone = state === 'over' || state === 'expired';
  return page(locale, gone ? 410 : 200, {
    title: locale.t(`reminders:coming.${state}.title`),
    text: locale.t(`reminders:coming.${state}.text`, { when: whenOf(link, locale) }),
    submit: state === 'open' ? submitButton(locale.t('reminders:coming.yesButton')) : null,
    onward: state === 'open' || state === 'yes' ? no : toCourses,
  });
}

/** Asks once more before the seat is given to somebody else. */
export function giveAwayPage(link: ComingLink, token: string, locale: Locale): Page {
  if (link.startsAt === null) return comingPage(link, token, locale);
  const back = locale.href(`/kommer/${token}`);
  return page(locale, 200, {
    title: locale.t('reminders:coming.giveAway.title'),
    text: locale.t('reminders:coming.giveAway.text', { when: whenOf(link, locale) }),
    submit: submitButton(locale.t('reminders:coming.giveAway.yes'), { variant: 'danger' }),
    onward: linkButton(locale.t('reminders:coming.giveAway.keep'), back, 'secondary'),
  });
}

function whenOf({ startsAt }: ComingLink, locale: Locale): string {
  return startsAt === null ? '' : locale.moment(startsAt);
}

function page(locale: Locale, status: number, model: ComingModel): Page {
  return new Page('reminders/coming', { ...MAILED_LINK, title: model.title }, model, status);
}
