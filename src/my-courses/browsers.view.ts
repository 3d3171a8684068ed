import { Page } from '../kernel/page.js';
import { submitButton, type Button } from '../platform/web/components/button.js';
import type { Link } from '../platform/web/components/link.js';
import { signOutForm, type SignOut } from '../platform/web/components/sign-out.js';
import type { Locale } from '../platform/web/locale.js';
import type { SignedInBrowser } from '../platform/web/session/browser-sessions.service.js';
import { onwardFrom } from './onward.view.js';

/** `views/my-courses/browsers.hbs` */
interface BrowsersModel {
  readonly title: string;
  readonly browsers: readonly {
    readonly name: string;
    readonly current: boolean;
    readonly signedIn: string;
    readonly lastUsed: string;
    readonly action: string;
    readonly submit: Button;
  }[];
  /** The calendar program that somebody has given the private address to; null without one. */
  readonly calendar: {
    readonly since: string;
    readonly action: string;
    readonly submit: Button;
  } | null;
  readonly allAction: string;
  readonly all: Button;
  readonly onward: readonly Link[];
  readonly signOut: SignOut;
}

const BASE = '/mina-kurser/webblasare';

/** Where a person's courses are read: the browsers that are signed in, and a calendar program. */
export function browsersPage(
  browsers: readonly SignedInBrowser[],
  calendarSince: Date | null,
  locale: Locale,
): Page {
  const title = locale.t('mine:browsers.title');
  const model: BrowsersModel = {
    title,
    browsers: browsers.map(({ id, name, signedInAt, lastUsedAt, current }) => ({
      name: name === '' ? locale.t('mine:browsers.unknown') : name,
      current,
      signedIn: locale.moment(signedInAt),
      lastUsed: locale.moment(lastUsedAt),
      action: locale.href(`${BASE}/${id}`),
      submit: submitButton(locale.t('mine:browsers.end'), { variant: 'secondary' }),
    })),
    calendar:
      calendarSince === null
        ? null
        : {
            since: locale.moment(calendarSince),
            action: locale.href('/mina-kurser/kalender/bort'),
            submit: submitButton(locale.t('mine:feed.revoke'), { variant: 'secondary' }),
          },
    allAction: locale.href(BASE),
    all: submitButton(locale.t('mine:browsers.endAll'), { variant: 'secondary' }),
    onward: onwardFrom(title, locale),
    signOut: signOutForm(locale),
  };
  return new Page('my-courses/browsers', { title, section: 'mine', noStore: true }, model);
}
