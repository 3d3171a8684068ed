import { presentMeasureLinks, type MeasureLink } from './measure-links.view.js';
import type { NamedMeasure } from '../action-plan/action-plan.queries.js';
import { civilDateAt } from '../kernel/instant.js';
import type { PublicHelpLine } from '../library/help-lines.service.js';
import { callListNotice, presentHelpLine, type HelpLineCard } from './help.view.js';
import type { LibraryItemText } from '../library/library-item.entity.js';
import type { FoundItem } from '../library/library.queries.js';
import { itemHref, needsQuickExit, readingMinutes, showable } from '../library/library.rules.js';
import { markdown } from '../platform/text/markdown.js';
import { inLanguage, type TextInLanguage } from '../platform/text/texts.js';
import type { Link } from '../platform/web/components/link.js';
import { notice, type Notice } from '../platform/web/components/notices.js';
import { summaryList, type SummaryList } from '../platform/web/components/summary-list.js';
import type { Locale } from '../platform/web/locale.js';

/** The same text in another language, named in that language. */
export interface LanguageChoice {
  readonly name: TextInLanguage;
  readonly href: string;
}

/** `views/site/library-item.hbs` */
export interface LibraryItemPage {
  /** What the tab and the history show. */
  readonly tabTitle: string;
  readonly quickExit: boolean;
  readonly meta: string;
  readonly title: TextInLanguage;
  readonly summary: TextInLanguage;
  /** Why the text is in Swedish; '' when it is in the language asked for. */
  readonly onlySwedish: string;
  /** What the way out does and does not; null without one. */
  readonly exit: Notice | null;
  /** Safe HTML in the language of the title. */
  readonly bodyHtml: string;
  /** Numbers to call about the subject. */
  readonly lines: readonly HelpLineCard[];
  readonly callList: Notice;
  readonly moreHelp: Link;
  readonly languages: readonly LanguageChoice[];
  readonly about: SummaryList;
  readonly measures: readonly MeasureLink[];
}

/** Everything that an item's page is made of. */
export interface ItemFacts {
  readonly found: FoundItem;
  /** The text to show, chosen by the rules of the library. */
  readonly text: LibraryItemText;
  /** The language the reader asked for. */
  readonly wanted: string;
  readonly lines: readonly PublicHelpLine[];
  readonly measures: readonly NamedMeasure[];
}

/** One item, with the numbers that belong to its subject and the measures that it serves. */
export function presentLibraryItem(facts: ItemFacts, locale: Locale): LibraryItemPage {
  const { found, text, wanted, lines, measures } = facts;
  const { item } = found;
  const quickExit = needsQuickExit(item);
  return {
    tabTitle: text.tabTitle ?? text.title,
    quickExit,
    meta: presentMeta(found, text, locale),
    title: inLanguage(text, text.title),
    summary: inLanguage(text, text.summary),
    onlySwedish: text.language === wanted ? '' : locale.t('library:item.onlySwedish'),
    exit: quickExit ? exitNotice(locale) : null,
    bodyHtml: markdown(text.body, (path) => locale.href(path)),
    lines: lines.map((line) => presentHelpLine(line, locale)),
    callList: callListNotice(locale),
    moreHelp: {
      label: locale.t(
        item.topic === 'violence' ? 'library:item.moreHelpViolence' : 'library:item.moreHelp',
      ),
      href: locale.href('/stod'),
    },
    languages: presentLanguages(found, text, locale),
    about: presentAbout(found, text, locale),
    measures: presentMeasureLinks(measures, locale),
  };
}

function presentMeta({ item }: FoundItem, text: LibraryItemText, locale: Locale): string {
  const type = locale.t(`library:types.${item.type}`);
  const minutes = locale.t('library:item.minutes', { count: readingMinutes(text.body) });
  const reviewed =
    text.reviewedAt === null
      ? []
      : [locale.t('library:item.reviewed', { date: dateOf(text.reviewedAt, locale) })];
  return [type, minutes, ...reviewed].join(' · ');
}

function exitNotice(locale: Locale): Notice {
  return notice('info', {
    text: locale.t('library:item.exit'),
    link: { label: locale.t('library:item.exitLink'), href: locale.href('/om/farre-spar') },
  });
}

/** The interface stays as it is: whoever shows a text to somebody else keeps their own menus. */
function presentLanguages(
  { item, texts }: FoundItem,
  shown: LibraryItemText,
  locale: Locale,
): LanguageChoice[] {
  return showable(texts, item.sensitive)
    .filter(({ language }) => language !== shown.language)
    .map((text) => ({
      name: inLanguage(text, ownName(text.language)),
      href: `${itemHref(locale, item.slug)}/${text.language}`,
    }));
}

/** A language's name in itself, with a capital as on the language switch. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function presentAbout(found: FoundItem, text: LibraryItemText, locale: Locale): SummaryList {
  const { item, audiences } = found;
  return summaryList([
    {
      label: locale.t('library:item.audience'),
      text: locale.list(audiences.map((audience) => locale.t(`library:audiences.${audience}`))),
    },
    {
      label: locale.t('library:item.published'),
      text: item.publishedAt === null ? '' : dateOf(item.publishedAt, locale),
    },
    {
      label: locale.t('library:item.lastReviewed'),
      text: text.reviewedAt === null ? '' : dateOf(text.reviewedAt, locale),
    },
    {
      label: locale.t('library:item.reviewDue'),
      text: item.reviewDueOn === null ? '' : locale.plainDate(item.reviewDueOn),
    },
  ]);
}

function dateOf(at: Date, locale: Locale): string {
  return locale.plainDate(civilDateAt(at));
}
