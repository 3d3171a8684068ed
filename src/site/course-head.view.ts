import type { Crumb, PageHead } from '../kernel/page.js';
import type { TextInLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import type { ListedProgramme } from '../programmes/programmes.queries.js';
import { discreetTimeText } from '../rounds/round-words.rules.js';
import type { OfferedRound } from './catalogue.queries.js';

/**
 * The head of a programme's or a round's page. A discreet one has a neutral title, because titles
 * stay in the browser's history, the way out, and no copy in the browser.
 */
export function courseHead(
  locale: Locale,
  programme: ListedProgramme,
  title: TextInLanguage,
  breadcrumbs: readonly Crumb[],
  offered: OfferedRound | null = null,
): PageHead {
  const head = { section: 'courses', breadcrumbs } as const;
  if (!hidesDetails(programme))
    return {
      ...head,
      title: title.text,
      titleLang: title.lang,
      description: programme.text.summary,
    };
  const neutral = [locale.t('site:programme.neutral'), ...whichRound(locale, offered)];
  return { ...head, title: neutral.join(', '), quickExit: true, noStore: true };
}

/** What tells a round from the others of its programme, of what everybody may see. */
function whichRound(locale: Locale, offered: OfferedRound | null): readonly string[] {
  if (offered === null) return [];
  const { round, text } = offered;
  const when = discreetTimeText(locale, round);
  return round.joinKey === null ? [when] : [text.label, when];
}
