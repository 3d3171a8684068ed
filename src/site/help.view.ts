import { inLanguage, type TextInLanguage } from '../platform/text/texts.js';
import { telHref, type Link } from '../platform/web/components/link.js';
import { notice, type Notice } from '../platform/web/components/notices.js';
import type { Locale } from '../platform/web/locale.js';
import type { PublicHelpLine } from '../library/help-lines.service.js';
import { textToShow } from '../library/library.rules.js';

/** Shown even when no help line is known: the number is the same in all of Europe. */
const EMERGENCY_NUMBER = '112';

/** A help line as `views/site/help-line.hbs` prints it. */
export interface HelpLineCard {
  readonly name: TextInLanguage;
  readonly number: string;
  readonly href: string;
  readonly audience: TextInLanguage;
  /** Empty when we do not know when it answers. */
  readonly hours: TextInLanguage;
  /** What the source says about this number and no other. */
  readonly claims: readonly TextInLanguage[];
  /** A sentence when nothing has confirmed the number, else ''. */
  readonly unverified: string;
  /** The line's own site, or null. */
  readonly site: Link | null;
}

/** Lines under one heading. */
export interface HelpGroup {
  readonly title: string;
  readonly lines: readonly HelpLineCard[];
}

/** `views/site/help.hbs` */
export interface HelpPage {
  readonly title: string;
  readonly lead: string;
  readonly emergency: {
    readonly title: string;
    readonly text: string;
    readonly number: string;
    readonly href: string;
  };
  readonly groups: readonly HelpGroup[];
  readonly callList: Notice;
  readonly traces: Notice;
  readonly about: string;
  readonly checkedTitle: string;
  readonly checked: readonly { readonly name: TextInLanguage; readonly text: string }[];
}

/** The help page from the lines in memory; it needs nothing else. */
export function presentHelp(lines: readonly PublicHelpLine[], locale: Locale): HelpPage {
  const others = lines.filter(({ line }) => !line.emergency);
  return {
    title: locale.t('help:title'),
    lead: locale.t('help:lead'),
    emergency: {
      title: locale.t('help:emergency.title'),
      text: locale.t('help:emergency.text'),
      number: EMERGENCY_NUMBER,
      href: telHref(EMERGENCY_NUMBER),
    },
    groups: presentGroups(others, locale),
    callList: callListNotice(locale),
    traces: notice('info', {
      title: locale.t('help:traces.title'),
      text: locale.t('help:traces.text'),
      link: { label: locale.t('help:traces.link'), href: locale.href('/om/farre-spar') },
    }),
    about: locale.t('help:about'),
    checkedTitle: locale.t('help:checkedTitle'),
    checked: others.map(({ line, texts }) => {
      const text = textToShow(texts, locale.language, true);
      const date = line.verifiedOn;
      return {
        name: inLanguage(text, text.name),
        text:
          date === null
            ? locale.t('help:notChecked')
            : locale.t('help:checked', { date: locale.plainDate(date) }),
      };
    }),
  };
}

/** What stands beside every list of numbers: the phone remembers, whatever the bill says. */
export function callListNotice(locale: Locale): Notice {
  return notice('info', {
    title: locale.t('help:callList.title'),
    text: locale.t('help:callList.text'),
  });
}

/** One line with its words in the reader's language, if somebody has reviewed them. */
export function presentHelpLine({ line, texts }: PublicHelpLine, locale: Locale): HelpLineCard {
  const text = textToShow(texts, locale.language, true);
  const claims = text.claims === '' ? [] : text.claims.split('\n');
  return {
    name: inLanguage(text, text.name),
    number: line.number,
    href: telHref(line.telephone),
    audience: inLanguage(text, text.audience),
    hours: inLanguage(text, text.hours),
    claims: claims.map((claim) => inLanguage(text, claim)),
    unverified: line.verifiedOn === null ? locale.t('help:unverified') : '',
    site: line.url === null ? null : { label: locale.t('help:site'), href: line.url },
  };
}

function presentGroups(lines: readonly PublicHelpLine[], locale: Locale): HelpGroup[] {
  const municipal = lines.filter(({ line }) => line.municipal);
  const violence = lines.filter(
    ({ line, topics }) => !line.municipal && topics.includes('violence'),
  );
  const other = lines.filter((line) => !municipal.includes(line) && !violence.includes(line));
  const group = (title: string, members: readonly PublicHelpLine[]): HelpGroup => ({
    title,
    lines: members.map((line) => presentHelpLine(line, locale)),
  });
  return [
    group(locale.t('help:groups.violence'), violence),
    group(locale.t('help:groups.municipal'), municipal),
    group(locale.t('help:groups.other'), other),
  ].filter(({ lines: members }) => members.length > 0);
}
