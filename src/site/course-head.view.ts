import type { Crumb, PageHead } from '../kernel/page.js';
import type { TextInLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import type { ListedProgramme } from '../programmes/programmes.queries.js';

/**
 * The head of a programme's or a round's page. A discreet one has a neutral title, because titles
 * stay in the browser's history, the way out, and no copy in the browser.
 */
export function courseHead(
  locale: Locale,
  programme: ListedProgramme,
  title: TextInLanguage,
  breadcrumbs: readonly Crumb[],
): PageHead {
  const head = { section: 'courses', breadcrumbs } as const;
  if (!hidesDetails(programme))
    return {
      ...head,
      title: title.text,
      titleLang: title.lang,
      description: programme.text.summary,
    };
  return { ...head, title: locale.t('site:programme.neutral'), quickExit: true, noStore: true };
}
