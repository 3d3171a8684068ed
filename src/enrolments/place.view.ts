import { Page, type PageHead } from '../kernel/page.js';
import { linkButton, type Button } from '../platform/web/components/button.js';
import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import type { Confirmation } from '../platform/web/components/notices.js';
import type { Link } from '../platform/web/components/link.js';
import { phoneSentence, type PhoneSentence } from '../platform/web/components/phone-sentence.js';
import {
  meetingLine,
  type MeetingLine,
  type MeetingPoint,
} from '../platform/web/components/round-parts.js';
import { signOutForm, type SignOut } from '../platform/web/components/sign-out.js';
import type { SummaryList } from '../platform/web/components/summary-list.js';
import type { Locale } from '../platform/web/locale.js';
import { markdown } from '../platform/text/markdown.js';
import { inLanguage, textIn } from '../platform/text/texts.js';
import { childCarePart, type ChildCarePart } from './child-care.view.js';
import type { OwnPlace } from './enrolments.queries.js';
import { cancelButton, insteadOf, isEnded, offerOf, type PlaceOffer } from './place-acts.view.js';
import { factList, languageOf } from './place-facts.view.js';
import { headline } from './place-headline.view.js';
import { phoneOnlyPart, type PhoneOnlyPart } from './phone-only.view.js';
import { togetherPart, wrongCode, type TogetherPart } from './together.view.js';

interface Office {
  readonly organisation: string;
  readonly supportPhone: string;
}

/** Words of an editor, rendered. */
interface Prose {
  readonly html: string;
  readonly lang: string;
  readonly dir: string;
}

/** What our mails look like, and how to get fewer. */
interface MailWords {
  readonly text: string;
  readonly fewer: Link;
}

/** `views/enrolments/place.hbs` */
interface PlaceModel {
  readonly confirmation: Confirmation;
  /** What has to be put right in the code of somebody to go with. */
  readonly summary: ErrorSummary | null;
  readonly facts: SummaryList;
  readonly directions: Prose | null;
  readonly practical: Prose | null;
  readonly meetings: MeetingLine | null;
  readonly calendar: Button | null;
  readonly offer: PlaceOffer | null;
  readonly together: TogetherPart | null;
  readonly childCare: ChildCarePart | null;
  /** Where to go from a place that has ended. */
  readonly instead: readonly Button[];
  /** To the page that asks once more; null when there is nothing to cancel. */
  readonly cancel: Button | null;
  /** What to call about; this and what follows only while there is a place to change. */
  readonly change: PhoneSentence | null;
  readonly mails: MailWords | null;
  readonly phoneOnly: PhoneOnlyPart | null;
  readonly signOut: SignOut;
}

/** One place, for the person who has it: everything they need to come, or their number in the queue. */
export function placePage(
  place: OwnPlace,
  locale: Locale,
  office: Office,
  now: Date,
  codeForm?: FormState,
): Page {
  const { enrolment, facts } = place;
  const fields = new FormFields(locale, codeForm ?? wrongCode(place));
  const together = togetherPart(place, locale, fields, now);
  const seated = enrolment.state === 'confirmed' && facts.round.state !== 'cancelled';
  const ended = isEnded(place, now);
  const model: PlaceModel = {
    summary: together && fields.summary(),
    confirmation: headline(place, locale, now),
    facts: factList(place, locale),
    directions: seated ? directionsOf(place, locale) : null,
    practical: seated ? practicalOf(place, locale) : null,
    meetings: seated ? meetingsOf(place, locale, now) : null,
    calendar: seated && now < facts.round.endsAt ? calendarButton(place, locale) : null,
    offer: offerOf(place, locale),
    together,
    childCare: ended ? null : childCarePart(place, locale, office.supportPhone),
    instead: insteadOf(place, locale, now),
    cancel: cancelButton(place, locale, now),
    change: ended ? null : changeWords(place, locale, office),
    mails: ended ? null : mailWords(locale, office),
    phoneOnly: ended || place.phoneOnly ? null : phoneOnlyPart(enrolment.id, locale),
    signOut: signOutForm(locale),
  };
  const quickExit = facts.programme.discreet;
  const head = headOf(model, { quickExit, title: titleOf(place, model, locale) }, locale);
  return new Page('enrolments/place', head, model, codeForm ? 422 : 200);
}

/** Titles stay in the browser's history: that staff are going to call is read on the page only. */
function titleOf({ standing }: OwnPlace, { confirmation }: PlaceModel, locale: Locale): string {
  const isAwaited = standing === 'talk' || standing === 'review';
  return isAwaited ? locale.t('enrolments:place.awaitedTitle') : confirmation.title;
}

function headOf(
  { summary }: PlaceModel,
  { quickExit, title }: { readonly quickExit: boolean; readonly title: string },
  locale: Locale,
): PageHead {
  const mine = { label: locale.t('mine:list.title'), href: locale.href('/mina-kurser') };
  const shown = {
    title,
    section: 'mine',
    breadcrumbs: [mine, { label: title, href: '' }],
  } as const;
  return { ...shown, noStore: true, noIndex: true, quickExit, invalid: summary !== null };
}

function calendarButton({ enrolment }: OwnPlace, locale: Locale): Button {
  const href = locale.href(`/mina-kurser/${enrolment.id}/kalender.ics`);
  return linkButton(locale.t('enrolments:place.calendar'), href, 'secondary');
}

function changeWords({ phoneOnly }: OwnPlace, locale: Locale, office: Office): PhoneSentence {
  const key = phoneOnly ? 'mine:phoneOnly.on' : 'enrolments:place.changeOther';
  return phoneSentence(locale, key, office.supportPhone);
}

function mailWords(locale: Locale, { organisation }: Office): MailWords {
  return {
    text: locale.t('enrolments:place.mails', { organisation }),
    fewer: {
      label: locale.t('enrolments:place.mailsFewer'),
      href: locale.href('/mina-kurser/uppgifter'),
    },
  };
}

function practicalOf({ facts }: OwnPlace, locale: Locale): Prose | null {
  const { language, practical } = textIn(facts.roundTexts, locale.language);
  return practical === '' ? null : prose(language, practical, locale);
}

function directionsOf({ facts }: OwnPlace, locale: Locale): Prose | null {
  if (facts.directions.length === 0) return null;
  const text = textIn(facts.directions, locale.language);
  return prose(text.language, text.directions, locale);
}

function prose(language: string, text: string, locale: Locale): Prose {
  return { html: markdown(text, (path) => locale.href(path)), ...languageOf(language) };
}

function meetingsOf({ facts }: OwnPlace, locale: Locale, now: Date): MeetingLine {
  const next = facts.meetings.find(({ state, endsAt }) => state === 'planned' && endsAt > now);
  return meetingLine(
    facts.meetings.map((meeting): MeetingPoint => {
      const titles = facts.themeTexts.filter((text) => text.themeId === meeting.themeId);
      const title = titles.length > 0 ? textIn(titles, locale.language) : null;
      const state =
        meeting.state === 'cancelled'
          ? 'cancelled'
          : meeting === next
            ? 'next'
            : meeting.endsAt <= now
              ? 'past'
              : 'planned';
      return {
        isoDate: meeting.date,
        when: dayOf(meeting, facts, locale),
        title: title && inLanguage(title, title.title),
        state,
        note: noteOf(meeting, locale),
      };
    }),
  );
}

/** The usual time stands among the facts; a meeting tells its time when it has another. */
function dayOf(
  meeting: OwnPlace['facts']['meetings'][number],
  { round }: OwnPlace['facts'],
  locale: Locale,
): string {
  const { startTime, endTime } = meeting;
  const day = locale.shortDate(meeting.date);
  const usual = startTime === round.startTime && endTime === round.endTime;
  return usual ? day : `${day} ${locale.timeSpan(startTime, endTime)}`;
}

function noteOf(
  meeting: { readonly state: string; readonly replacesMeetingId: number | null },
  locale: Locale,
): string {
  if (meeting.state === 'cancelled') return locale.t('enrolments:place.meetingCancelled');
  return meeting.replacesMeetingId === null ? '' : locale.t('enrolments:place.newDay');
}
