import { civilDateAt } from '../kernel/instant.js';
import { Page } from '../kernel/page.js';
import { submitButton, type Button } from '../platform/web/components/button.js';
import type { Link } from '../platform/web/components/link.js';
import { signOutForm, type SignOut } from '../platform/web/components/sign-out.js';
import type { Locale } from '../platform/web/locale.js';
import { onwardFrom } from './onward.view.js';

interface FeedFacts {
  /** When the feed was made; null: there is none. */
  readonly since: Date | null;
  /** Set once, right after it was made. */
  readonly address: string | null;
}

/** `views/my-courses/feed.hbs` */
interface FeedModel {
  readonly title: string;
  /** '' but right after it was made. */
  readonly address: string;
  /** What there is, in a sentence. */
  readonly state: string;
  readonly action: string;
  readonly create: Button;
  readonly revoke: Button | null;
  readonly revokeAction: string;
  readonly onward: readonly Link[];
  readonly signOut: SignOut;
}

const BASE = '/mina-kurser/kalender';

/** The page of a person's private calendar. */
export function feedPage({ since, address }: FeedFacts, locale: Locale): Page {
  const title = locale.t('mine:feed.title');
  const make = locale.t(since === null ? 'mine:feed.create' : 'mine:feed.renew');
  const model: FeedModel = {
    title,
    address: address ?? '',
    state:
      since === null
        ? locale.t('mine:feed.none')
        : locale.t('mine:feed.since', { date: locale.plainDate(civilDateAt(since)) }),
    action: locale.href(BASE),
    create: submitButton(make, { variant: since === null ? 'primary' : 'secondary' }),
    revoke:
      since === null ? null : submitButton(locale.t('mine:feed.revoke'), { variant: 'secondary' }),
    revokeAction: locale.href(`${BASE}/bort`),
    onward: onwardFrom(title, locale),
    signOut: signOutForm(locale),
  };
  const head = { title, section: 'mine', noStore: true, noIndex: true } as const;
  return new Page('my-courses/feed', head, model);
}
