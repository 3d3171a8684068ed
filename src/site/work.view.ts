import type { WaitingCall } from '../enrolments/call-requests.queries.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import { tag, type Tag } from '../platform/web/components/tag.js';
import { telHref, type Link } from '../platform/web/components/link.js';
import type { Locale } from '../platform/web/locale.js';

/** What waits, by kind; null for what is not the person's to do. */
export interface WorkFacts {
  readonly calls: { readonly count: number; readonly waiting: readonly WaitingCall[] } | null;
}

/** Somebody to call. */
export interface CallRow {
  readonly name: string;
  readonly phone: Link;
  readonly whenToCall: string;
  readonly language: string;
  /** "Lugnare vardag, B14", or empty. */
  readonly about: string;
  readonly since: string;
  /** "Säg inte varifrån du ringer" */
  readonly hideCaller: Tag | null;
}

/** `site/work`. */
export interface WorkPage {
  readonly title: string;
  readonly empty: EmptyState | null;
  /** Null when nobody waits, or calling is somebody else's work. */
  readonly calls: { readonly summary: string; readonly rows: readonly CallRow[] } | null;
}

/** The work page of a member of staff. */
export function presentWork({ calls }: WorkFacts, locale: Locale): WorkPage {
  const somebodyWaits = calls !== null && calls.count > 0;
  return {
    title: locale.t('staff:work.title'),
    empty: somebodyWaits ? null : nothingToDo(calls !== null, locale),
    calls: somebodyWaits
      ? {
          summary: locale.t('staff:work.calls.count', { count: calls.count }),
          rows: calls.waiting.map((call) => callRow(call, locale)),
        }
      : null,
  };
}

function nothingToDo(calls: boolean, locale: Locale): EmptyState {
  return calls
    ? emptyState(locale.t('staff:work.calls.noneTitle'), locale.t('staff:work.calls.none'))
    : emptyState(locale.t('staff:work.nothingTitle'), locale.t('staff:work.nothing'));
}

function callRow({ request, programmeName, groupCode }: WaitingCall, locale: Locale): CallRow {
  return {
    name: request.name,
    phone: { label: request.phone, href: telHref(request.phone) },
    whenToCall: request.whenToCall,
    language: locale.languageName(request.language),
    about: [programmeName, groupCode].filter((part) => part !== null).join(', '),
    since: locale.moment(request.createdAt),
    hideCaller: request.hideCaller ? tag(locale.t('staff:work.calls.hideCaller'), 'danger') : null,
  };
}
