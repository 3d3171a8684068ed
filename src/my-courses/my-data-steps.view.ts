import { shownCode } from '../kernel/secret.js';
import type { Locale } from '../platform/web/locale.js';
import type { EnrolmentData, QuestionData } from './my-data-enrolments.rules.js';
import type { MyData } from './my-data.queries.js';
import type { InterestData } from './my-data.rules.js';

/** Something that happened, in words. */
export interface DataStep {
  readonly when: string;
  readonly text: string;
}

interface Step {
  readonly at: Date;
  readonly text: string;
}

/** What became of an enrolment, and what was asked and answered about it, in the order of time. */
export function enrolmentSteps(data: EnrolmentData, locale: Locale): DataStep[] {
  const steps: Step[] = [
    ...data.history.map(({ state, at }) => ({ at, text: locale.t(`mine:data.state.${state}`) })),
    ...data.offers.map(({ offeredAt, answerBy, state }) => ({
      at: offeredAt,
      text: sentences(
        locale.t('mine:data.offered', { by: locale.moment(answerBy) }),
        locale.t(`mine:data.offer.${state}`),
      ),
    })),
    ...data.stayQuestions.map((question) => ({
      at: question.askedAt,
      text: sentences(locale.t('mine:data.askedToStay'), answerOf(question, locale)),
    })),
    ...data.comingQuestions.map((question) => ({
      at: question.askedAt,
      text: sentences(locale.t('mine:data.askedWhoComes'), answerOf(question, locale)),
    })),
    ...data.priorities.map(({ reason, setAt }) => ({
      at: setAt,
      text: sentences(locale.t('mine:data.priority'), whyOf(reason, locale)),
    })),
    ...data.together.flatMap((wish) => wishSteps(wish, locale)),
  ];
  return inOrder(steps, locale);
}

function wishSteps(wish: EnrolmentData['together'][number], locale: Locale): Step[] {
  const code = shownCode(wish.code);
  return [
    { at: wish.wishedAt, text: locale.t(`together:data.${wish.part}`, { code }) },
    ...(wish.endedAt === null ? [] : [{ at: wish.endedAt, text: locale.t('together:data.ended') }]),
  ];
}

/** Calls that we meant to make. */
export function callSteps({ calls }: MyData, locale: Locale): DataStep[] {
  const steps = calls.map(({ askedAt, handledAt }) => ({
    at: askedAt,
    text: sentences(
      locale.t('mine:data.toCall'),
      handledAt === null
        ? ''
        : locale.t('mine:data.callDone', { moment: locale.moment(handledAt) }),
    ),
  }));
  return inOrder(steps, locale);
}

/** What we have told or asked about a course that is not planned. */
export function interestSteps(data: InterestData, locale: Locale): DataStep[] {
  const wanted = { at: data.wantedAt, text: locale.t('mine:data.wanted') };
  const told = data.told.map(({ about, at }) => ({
    at,
    text: locale.t(`mine:data.told.${about}`),
  }));
  return inOrder([wanted, ...told], locale);
}

/** Where the person is signed in. */
export function browserSteps({ browsers }: MyData, locale: Locale): DataStep[] {
  const steps = browsers.map(({ name, signedInAt, lastUsedAt }) => ({
    at: signedInAt,
    text: locale.t('mine:data.signedIn', {
      browser: name === '' ? locale.t('mine:browsers.unknown') : name,
      last: locale.moment(lastUsedAt),
    }),
  }));
  return inOrder(steps, locale);
}

function answerOf({ answer }: QuestionData, locale: Locale): string {
  return locale.t(`mine:data.answer.${answer ?? 'none'}`);
}

function whyOf(reason: string | null, locale: Locale): string {
  return reason === null
    ? locale.t('mine:data.reasonHidden')
    : locale.t('mine:data.reason', { reason });
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function inOrder(steps: readonly Step[], locale: Locale): DataStep[] {
  return steps
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, text }) => ({ when: locale.moment(at), text }));
}
