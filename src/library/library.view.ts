import { inLanguage } from '../platform/text/texts.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import { courseCard, type CourseCard } from '../platform/web/components/course-card.js';
import {
  selectField,
  textField,
  type SelectField,
  type TextField,
} from '../platform/web/components/fields.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import type { Locale } from '../platform/web/locale.js';
import type { LibraryFilter, ListedItem } from './library.queries.js';
import { itemHref, textToShow } from './library.rules.js';
import { AUDIENCES, ITEM_TYPES, TOPICS } from './vocabulary.rules.js';

/** `views/library/list.hbs` */
export interface LibraryPage {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly search: TextField;
  readonly filters: readonly SelectField[];
  readonly submit: Button;
  /** Back to the whole list; null when nothing is filtered. */
  readonly clear: Button | null;
  readonly found: string;
  readonly cards: readonly CourseCard[];
  /** Null when there is something to show. */
  readonly empty: EmptyState | null;
}

/** The library with what passed the filter. */
export function presentLibrary(
  items: readonly ListedItem[],
  filter: LibraryFilter,
  locale: Locale,
): LibraryPage {
  const action = locale.href('/kunskapsbank');
  const clear = linkButton(locale.t('library:filter.clear'), action, 'tertiary');
  return {
    title: locale.t('library:title'),
    lead: locale.t('library:lead'),
    action,
    search: textField({
      name: 'q',
      label: locale.t('library:filter.search'),
      type: 'search',
      value: filter.search,
    }),
    filters: presentFilters(filter, locale),
    submit: submitButton(locale.t('library:filter.submit')),
    clear: isEmpty(filter) ? null : clear,
    found: locale.t('library:found', { count: items.length }),
    cards: items.map((listed) => presentCard(listed, locale)),
    empty:
      items.length > 0
        ? null
        : emptyState(locale.t('library:empty.title'), locale.t('library:empty.text'), clear),
  };
}

function presentFilters(filter: LibraryFilter, locale: Locale): SelectField[] {
  const topic = filter.topics[0];
  const type = filter.types[0];
  const audience = filter.audiences[0];
  return [
    selectField({
      name: 'amne',
      label: locale.t('library:filter.topic'),
      empty: locale.t('library:filter.allTopics'),
      value: topic === undefined ? '' : TOPICS[topic],
      options: keys(TOPICS).map((key) => ({
        value: TOPICS[key],
        label: locale.t(`library:topics.${key}`),
      })),
    }),
    selectField({
      name: 'typ',
      label: locale.t('library:filter.type'),
      empty: locale.t('library:filter.allTypes'),
      value: type === undefined ? '' : ITEM_TYPES[type],
      options: keys(ITEM_TYPES).map((key) => ({
        value: ITEM_TYPES[key],
        label: locale.t(`library:types.${key}`),
      })),
    }),
    selectField({
      name: 'malgrupp',
      label: locale.t('library:filter.audience'),
      empty: locale.t('library:filter.allAudiences'),
      value: audience === undefined ? '' : AUDIENCES[audience],
      options: keys(AUDIENCES).map((key) => ({
        value: AUDIENCES[key],
        label: locale.t(`library:audiences.${key}`),
      })),
    }),
  ];
}

function presentCard({ item, texts }: ListedItem, locale: Locale): CourseCard {
  const text = textToShow(texts, locale.language, item.sensitive);
  return courseCard({
    facts: [locale.t(`library:topics.${item.topic}`), locale.t(`library:types.${item.type}`)],
    title: inLanguage(text, text.title),
    href: itemHref(locale, item.slug),
    summary: inLanguage(text, text.summary),
    tag: null,
  });
}

function isEmpty(filter: LibraryFilter): boolean {
  return (
    filter.topics.length + filter.types.length + filter.audiences.length === 0 &&
    filter.search === ''
  );
}

function keys<Words extends object>(words: Words): (keyof Words)[] {
  return Object.keys(words) as (keyof Words)[];
}
