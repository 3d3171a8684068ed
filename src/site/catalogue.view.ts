import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { CourseCard } from '../platform/web/components/course-card.js';
import {
  checkbox,
  choiceGroup,
  textField,
  type Checkbox,
  type ChoiceGroup,
  type TextField,
} from '../platform/web/components/fields.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import { pagination, type Pagination } from '../platform/web/components/pagination.js';
import type { Locale } from '../platform/web/locale.js';
import { AGE_BANDS, bandText, weekdayText } from '../rounds/round-words.rules.js';
import {
  catalogueAddress,
  FORM_CHOICES,
  isFiltered,
  WEEKDAYS,
  type CatalogueFilters,
} from './catalogue.form.js';
import { PAGE_SIZE, type CatalogueRows } from './catalogue.queries.js';
import { presentProgrammeCard, presentRoundCard } from './round-card.view.js';

const LONGEST_SEARCH = 100;

/** What the catalogue shows. */
export interface CatalogueView {
  readonly action: string;
  readonly search: TextField;
  readonly ages: ChoiceGroup;
  /** Language, form and weekday, folded until one of them is chosen. */
  readonly more: readonly (ChoiceGroup | Checkbox)[];
  readonly moreOpen: boolean;
  readonly show: Button;
  /** Null when nothing is chosen. */
  readonly clear: Button | null;
  readonly count: number;
  readonly cards: readonly CourseCard[];
  /** Null when there are cards. */
  readonly empty: EmptyState | null;
  readonly pages: Pagination;
  /** Programmes without dates; only where nothing but age and words is chosen. */
  readonly without: readonly CourseCard[];
}

/** What the catalogue is made from. */
export interface CatalogueFacts {
  readonly filters: CatalogueFilters;
  readonly rows: CatalogueRows;
  readonly now: Date;
  /** The office's number, as people write it. */
  readonly phone: string;
}

/** The question about the child's age, as chips; several may be chosen. */
export function ageChoices(locale: Locale, label: string, chosen: readonly string[]): ChoiceGroup {
  return choiceGroup({
    name: 'alder',
    label,
    type: 'checkbox',
    look: 'chips',
    choices: AGE_BANDS.map((band) => ({ value: band, label: bandText(locale, band) })),
    chosen,
  });
}

/** The catalogue, from its rows. */
export function presentCatalogue(locale: Locale, facts: CatalogueFacts): CatalogueView {
  const { filters, rows, now } = facts;
  const filtered = isFiltered(filters);
  const more = moreChoices(locale, filters, rows.languages);
  return {
    action: locale.href('/kurser'),
    search: textField({
      name: 'q',
      type: 'search',
      label: locale.t('site:catalogue.q'),
      hint: locale.t('site:catalogue.qHint'),
      value: filters.q,
      maxLength: LONGEST_SEARCH,
    }),
    ages: ageChoices(locale, locale.t('site:catalogue.age'), filters.alder),
    more,
    moreOpen: narrowed(filters),
    show: submitButton(locale.t('site:catalogue.show')),
    clear: filtered
      ? linkButton(locale.t('site:catalogue.clear'), locale.href('/kurser'), 'tertiary')
      : null,
    count: rows.count,
    cards: rows.rounds.map((row) => presentRoundCard(locale, row, now)),
    empty: rows.rounds.length === 0 ? presentEmpty(locale, filtered, facts.phone) : null,
    pages: pagination(locale, {
      page: filters.sida,
      pages: Math.ceil(rows.count / PAGE_SIZE),
      href: (page) => locale.href(catalogueAddress(filters, page)),
    }),
    without: narrowed(filters)
      ? []
      : rows.without.map((programme) => presentProgrammeCard(locale, programme)),
  };
}

/** Whether something is chosen that only a round with a date can fulfil. */
function narrowed({ sprak, form, dag, lediga }: CatalogueFilters): boolean {
  return lediga || [sprak, form, dag].some((chosen) => chosen.length > 0);
}

function moreChoices(
  locale: Locale,
  filters: CatalogueFilters,
  offered: readonly string[],
): (ChoiceGroup | Checkbox)[] {
  const group = (
    name: 'sprak' | 'form' | 'dag',
    label: string,
    choices: readonly { value: string; label: string }[],
  ) =>
    choiceGroup({
      name,
      label,
      type: 'checkbox',
      look: 'chips',
      choices,
      chosen: filters[name].map(String),
    });
  return [
    group('sprak', locale.t('site:catalogue.language'), languageChoices(locale, filters, offered)),
    group(
      'form',
      locale.t('site:catalogue.form'),
      FORM_CHOICES.map((value) => ({ value, label: formText(locale, value) })),
    ),
    group(
      'dag',
      locale.t('site:catalogue.day'),
      WEEKDAYS.map((day) => ({ value: String(day), label: weekdayText(locale, day) })),
    ),
    checkbox({
      name: 'lediga',
      label: locale.t('site:catalogue.free'),
      value: '1',
      checked: filters.lediga,
    }),
  ];
}

/** The reader's own language first, then by name; a chosen one stays to be seen and taken away. */
function languageChoices(
  locale: Locale,
  { sprak }: CatalogueFilters,
  offered: readonly string[],
): { value: string; label: string }[] {
  const order = new Intl.Collator(locale.language);
  return [...new Set([...offered, ...sprak])]
    .map((value) => ({ value, label: locale.languageName(value) }))
    .sort(
      (a, b) =>
        Number(b.value === locale.language) - Number(a.value === locale.language) ||
        order.compare(a.label, b.label),
    );
}

function formText(locale: Locale, form: (typeof FORM_CHOICES)[number]): string {
  return locale.t(form === 'digitalt' ? 'site:catalogue.online' : 'site:catalogue.onSite');
}

function presentEmpty(locale: Locale, filtered: boolean, phone: string): EmptyState {
  if (!filtered)
    return emptyState(
      locale.t('site:catalogue.nothingTitle'),
      locale.t('site:catalogue.nothingText', { phone }),
    );
  return emptyState(
    locale.t('site:catalogue.emptyTitle'),
    locale.t('site:catalogue.emptyText', { phone }),
    linkButton(locale.t('site:catalogue.clear'), locale.href('/kurser'), 'secondary'),
  );
}
