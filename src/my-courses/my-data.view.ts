import { civilDateAt } from '../kernel/instant.js';
import { Page } from '../kernel/page.js';
import { shownCode } from '../kernel/secret.js';
import { linkButton, type Button } from '../platform/web/components/button.js';
import type { Link } from '../platform/web/components/link.js';
import { signOutForm, type SignOut } from '../platform/web/components/sign-out.js';
import { summaryList, type SummaryList } from '../platform/web/components/summary-list.js';
import type { Locale } from '../platform/web/locale.js';
import { inLanguage, type TextInLanguage } from '../platform/text/texts.js';
import type { EnrolmentData } from './my-data-enrolments.rules.js';
import type { MyData } from './my-data.queries.js';
import type { InterestData, PersonData } from './my-data.rules.js';
import {
  browserSteps,
  callSteps,
  enrolmentSteps,
  interestSteps,
  type DataStep,
} from './my-data-steps.view.js';
import { onwardFrom } from './onward.view.js';

// Courses of the past and of interest are named as well, and one of them may be discreet.
const HEAD = { section: 'mine', noStore: true, noIndex: true, quickExit: true } as const;

/** `views/my-courses/my-data.hbs` */
interface MyDataModel {
  readonly title: string;
  readonly person: SummaryList;
  readonly enrolments: readonly {
    readonly title: TextInLanguage;
    readonly facts: SummaryList;
    readonly steps: readonly DataStep[];
    readonly attendance: readonly string[];
  }[];
  readonly interest: readonly {
    readonly title: TextInLanguage;
    readonly facts: SummaryList;
    readonly steps: readonly DataStep[];
  }[];
  readonly calls: readonly DataStep[];
  readonly browsers: readonly DataStep[];
  readonly mails: readonly { readonly when: string; readonly subject: TextInLanguage }[];
  readonly download: Button;
  readonly onward: readonly Link[];
  readonly signOut: SignOut;
}

/** All that is kept about a person, to read and to print. */
export function myDataPage(data: MyData, locale: Locale): Page {
  const title = locale.t('mine:data.title');
  const model: MyDataModel = {
    title,
    person: personFacts(data, locale),
    enrolments: data.enrolments.map((enrolment) => ({
      title: inLanguage({ language: enrolment.courseLanguage }, enrolment.course),
      facts: enrolmentFacts(enrolment, locale),
      steps: enrolmentSteps(enrolment, locale),
      attendance: enrolment.attendance.map(
        ({ date, state }) => `${locale.fullDate(date)}: ${locale.t(`mine:data.mark.${state}`)}`,
      ),
    })),
    interest: data.interest.map((interest) => ({
      title: inLanguage({ language: interest.courseLanguage }, interest.course),
      facts: interestFacts(interest, locale),
      steps: interestSteps(interest, locale),
    })),
    calls: callSteps(data, locale),
    browsers: browserSteps(data, locale),
    mails: data.mails.map(({ subject, language, sentAt, writtenAt }) => ({
      when: locale.moment(sentAt ?? writtenAt),
      subject: inLanguage({ language }, subject),
    })),
    download: linkButton(
      locale.t('mine:data.download'),
      locale.href('/mina-kurser/mina-data.json'),
      'secondary',
    ),
    onward: onwardFrom(title, locale),
    signOut: signOutForm(locale),
  };
  return new Page('my-courses/my-data', { ...HEAD, title }, model);
}

function personFacts({ person, calendarSince }: MyData, locale: Locale): SummaryList {
  const day = (at: Date | null) => (at === null ? '' : locale.plainDate(civilDateAt(at)));
  const row = (label: Parameters<Locale['t']>[0], text: string) => ({
    label: locale.t(label),
    text,
  });
  return summaryList([
    row('mine:details.name', nameOf(person)),
    { ...row('enrolments:form.email', person.email ?? ''), dir: 'ltr' },
    { ...row('mine:details.facts.phone', person.phone ?? ''), dir: 'ltr' },
    row('mine:details.language', locale.languageName(person.language)),
    row('mine:details.facts.mails', locale.t(`mine:details.mail.${person.mails}`)),
    row('mine:data.mailsChosen', day(person.mailsChosenAt)),
    row('mine:who.ownCode', day(person.ownCodeSince)),
    ...newAddress(person, locale),
    row('mine:feed.title', day(calendarSince)),
    row('mine:data.since', day(person.since)),
  ]);
}

function newAddress({ newAddress: change }: PersonData, locale: Locale) {
  if (change === null) return [];
  return [{ label: locale.t('mine:data.newAddress'), text: change.email, dir: 'ltr' } as const];
}

function interestFacts(data: InterestData, locale: Locale): SummaryList {
  const ages = data.childAges.map((age) => locale.t(`enrolments:form.childAge.${age}`));
  return summaryList([
    { label: locale.t('enrolments:form.childAges'), text: locale.list(ages) },
    { label: locale.t('mine:details.facts.phone'), text: data.phone ?? '', dir: 'ltr' },
    { label: locale.t('enrolments:callMe.whenToCall'), text: data.whenToCall ?? '' },
  ]);
}

function nameOf({ firstName, lastName }: PersonData): string {
  return lastName === null ? firstName : `${firstName} ${lastName}`;
}

function childCareText({ childCare }: EnrolmentData, locale: Locale): string {
  if (childCare === null) return '';
  return locale.t(`care:data.${childCare.state}`, { since: locale.moment(childCare.since) });
}

function enrolmentFacts(data: EnrolmentData, locale: Locale): SummaryList {
  const yes = (label: Parameters<Locale['t']>[0], text: string) => ({
    label: locale.t(label),
    text,
  });
  const ages = data.childAges.map((age) => locale.t(`enrolments:form.childAge.${age}`));
  const { relation, sex, interpreterSex, interpreterWay, childCareCount } = data;
  return summaryList([
    { ...yes('enrolments:place.reference', data.reference), dir: 'ltr' },
    yes('mine:data.became', locale.t(`mine:data.state.${data.state}`)),
    yes('mine:data.enrolled', locale.moment(data.enrolledAt)),
    yes('enrolments:form.childAges', locale.list(ages)),
    yes('mine:data.relation', relation ? locale.t(`enrolments:form.relations.${relation}`) : ''),
    yes('mine:data.sex', sex ? locale.t(`enrolments:form.sexes.${sex}`) : ''),
    yes('mine:data.interpreter', data.interpreterLanguage ?? ''),
    yes(
      'enrolments:form.interpreterSex',
      interpreterSex ? locale.t(`enrolments:form.interpreterSexes.${interpreterSex}`) : '',
    ),
    yes(
      'enrolments:form.interpreterWay',
      interpreterWay ? locale.t(`enrolments:form.interpreterWays.${interpreterWay}`) : '',
    ),
    yes('enrolments:form.childCareCount', childCareCount === null ? '' : String(childCareCount)),
    yes('enrolments:form.childCareAges', data.childCareAges ?? ''),
    yes('care:data.title', childCareText(data, locale)),
    yes(
      'mine:data.phoneOnly',
      data.phoneOnlySince ? locale.plainDate(civilDateAt(data.phoneOnlySince)) : '',
    ),
    {
      ...yes('together:data.code', data.togetherCode ? shownCode(data.togetherCode) : ''),
      dir: 'ltr',
    },
  ]);
}
