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
  readonly allAction: string;
  readonly all: Button;
  readonly onward: readonly Link[];
  readonly signOut: SignOut;
}

const BASE = '/mina-kurser/webblasare';

/** The browsers in which a person is signed in. */
export function browsersPage(browsers: readonly SignedInBrowser[], locale: Locale): Page {
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
    allAction: locale.href(BASE),
    all: submitButton(locale.t('mine:browsers.endAll'), { variant: 'secondary' }),
    onward: onwardFrom(title, locale),
    signOut: signOutForm(locale),
  };
  return new Page('my-courses/browsers', { title, section: 'mine', noStore: true }, model);
}
