import type { WaitingCall } from '../enrolments/call-requests.queries.js';
import type { WaitingInterestCall } from '../interest/interest.queries.js';
import { telHref, type Link } from '../platform/web/components/link.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import { tag, type Tag } from '../platform/web/components/tag.js';
import type { Table } from '../platform/web/components/table.js';
import type { Locale } from '../platform/web/locale.js';
import type { CoordinatorWork, WorkFacts } from './work.queries.js';
import { outlookOf } from './work.rules.js';
import { presentComingRounds, roundLink } from './work-rounds.view.js';
import { taskRow, type TaskRow } from './work-tasks.view.js';

/** One thing to do: a figure, what it counts, and where to do it. */
export interface WorkCard {
  readonly figure: string;
  readonly urgent: boolean;
  readonly text: string;
  readonly link: Link | null;
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

/** What of a call the list shows. */
type ShownCall = Omit<WaitingCall, 'request'> & {
  readonly request: Pick<
    WaitingCall['request'],
    'name' | 'phone' | 'whenToCall' | 'language' | 'hideCaller' | 'createdAt'
  >;
};

/** `site/work`. */
export interface WorkPage {
  readonly title: string;
  readonly empty: EmptyState | null;
  readonly cards: readonly WorkCard[];
  /** Empty when nobody waits, or calling is somebody else's work. */
  readonly calls: readonly CallRow[];
  /** Empty like `calls`. */
  readonly tasks: readonly TaskRow[];
  /** Null for whoever does not look after rounds. */
  readonly rounds: Table | null;
}

/** The work page of a member of staff. */
export function presentWork(facts: WorkFacts, locale: Locale): WorkPage {
  const { coordinator, deadMails, today } = facts;
  const cards = [
    ...(coordinator ? coordinatorCards(coordinator, today, locale) : []),
    ...(deadMails ? [deadMailsCard(deadMails, locale)] : []),
  ];
  return {
    title: locale.t('staff:work.title'),
    empty:
      cards.length > 0
        ? null
        : emptyState(locale.t('staff:work.nothingTitle'), locale.t('staff:work.nothing')),
    cards,
    calls: coordinator ? callRows(coordinator, locale) : [],
    tasks: coordinator?.tasks.waiting.map((task) => taskRow(task, locale)) ?? [],
    rounds: coordinator ? presentComingRounds(coordinator.rounds, today, locale) : null,
  };
}

function coordinatorCards(
  { rounds, emptyRegisters, calls, interestCalls, tasks, burst, delayedCodes }: CoordinatorWork,
  today: string,
  locale: Locale,
): WorkCard[] {
  const cards: WorkCard[] = rounds
    .filter(({ round, seats }) => outlookOf(round, seats, today).kind === 'too-few')
    .map((offered) => ({
      figure: '1',
      urgent: true,
      text: locale.t('staff:work.tooFew', {
        date: locale.longDate(offered.round.decisionDate ?? today),
      }),
      link: roundLink(offered, locale),
    }));
  const [oldest] = emptyRegisters;
  if (oldest !== undefined) {
    const text = locale.t('staff:work.registers', { count: emptyRegisters.length });
    const href = `/ledare/traffar/${oldest}/narvaro`;
    const link = { label: locale.t('staff:work.oldestRegister'), href };
    cards.push({ figure: String(emptyRegisters.length), urgent: true, text, link });
  }
  const count = calls.count + interestCalls.count;
  if (count > 0) {
    const text = locale.t('staff:work.calls.count', { count });
    const link = { label: locale.t('staff:work.calls.title'), href: '#samtal' };
    cards.push({ figure: String(count), urgent: false, text, link });
  }
  if (tasks.count > 0) {
    const text = locale.t('staff:work.tasks.count', { count: tasks.count });
    const link = { label: locale.t('staff:work.tasks.title'), href: '#att-ringa' };
    cards.push({ figure: String(tasks.count), urgent: true, text, link });
  }
  return [...cards, ...rushCards(burst, delayedCodes, locale)];
}

/** What looks unusual; nobody is named. */
function rushCards(burst: number, delayedCodes: number, locale: Locale): WorkCard[] {
  const card = (count: number, text: string) =>
    count > 0 ? [{ figure: String(count), urgent: true, text, link: null }] : [];
  return [
    ...card(burst, locale.t('staff:work.burst')),
    ...card(delayedCodes, locale.t('staff:work.delayedCodes', { count: delayedCodes })),
  ];
}

function deadMailsCard(count: number, locale: Locale): WorkCard {
  const text = locale.t('staff:work.deadMails', { count });
  return { figure: String(count), urgent: true, text, link: null };
}

function callRows({ calls, interestCalls }: CoordinatorWork, locale: Locale): CallRow[] {
  return [
    ...calls.waiting.map((call) => callRow(call, locale)),
    ...interestCalls.waiting.map((call) => interestRow(call, locale)),
  ];
}

function interestRow(waiting: WaitingInterestCall, locale: Locale): CallRow {
  const { call, interest, programmeName, groupCode } = waiting;
  const course = groupCode === null ? programmeName : `${programmeName}, ${groupCode}`;
  return callRow(
    {
      request: {
        name: interest.firstName,
        phone: interest.phone ?? '',
        whenToCall: interest.whenToCall ?? '',
        language: interest.language,
        hideCaller: interest.hideCaller,
        createdAt: call.createdAt,
      },
      programmeName: locale.t(`staff:work.calls.interest.${call.kind}`, { course }),
      groupCode: null,
    },
    locale,
  );
}

function callRow({ request, programmeName, groupCode }: ShownCall, locale: Locale): CallRow {
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
