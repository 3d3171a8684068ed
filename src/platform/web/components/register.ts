import type { Locale } from '../locale.js';
import type { Tag } from './tag.js';

/** What a leader can say about one person at one meeting. */
export type RegisterMark = 'here' | 'online' | 'excused' | 'absent';

export interface RegisterChoice {
  readonly id: string;
  readonly value: RegisterMark;
  readonly label: string;
  readonly checked: boolean;
}

/** `components/register-group`: one person with the large choices. */
export interface RegisterGroup {
  /** Name of the posted field. */
  readonly field: string;
  /** First name or alias. */
  readonly person: string;
  readonly tags: readonly Tag[];
  readonly choices: readonly RegisterChoice[];
  readonly error: string;
}

const LABELS = {
  here: 'components:register.here',
  online: 'components:register.online',
  excused: 'components:register.excused',
  absent: 'components:register.absent',
} as const;

/** One person's choices; `online` only in on-line and hybrid rounds. Nothing is pre-chosen. */
export function registerGroup(
  locale: Locale,
  options: {
    readonly field: string;
    readonly person: string;
    readonly tags?: readonly Tag[];
    readonly mark: RegisterMark | null;
    readonly online: boolean;
    readonly error?: string;
  },
): RegisterGroup {
  const marks: readonly RegisterMark[] = options.online
    ? ['here', 'online', 'excused', 'absent']
    : ['here', 'excused', 'absent'];
  return {
    field: options.field,
    person: options.person,
    tags: options.tags ?? [],
    error: options.error ?? '',
    choices: marks.map((value) => ({
      id: `${options.field}-${value}`,
      value,
      label: locale.t(LABELS[value]),
      checked: value === options.mark,
    })),
  };
}

/** `components/register-count`: "4 av 6 här · sparat", kept up to date by script. */
export interface RegisterCount {
  readonly text: string;
  /** "{{here}}" and "{{total}}" left open, for the script. */
  readonly pattern: string;
  readonly total: number;
  readonly saved: string;
  readonly unsaved: string;
}

/** How many are here, on line included. */
export function registerCount(
  locale: Locale,
  options: { readonly here: number; readonly total: number; readonly saved: boolean },
): RegisterCount {
  const { here, total } = options;
  const count = (number: number | string) =>
    locale.t('components:register.count', { here: number, total });
  return {
    text: count(here),
    pattern: count('#'),
    total,
    saved: options.saved ? locale.t('components:register.saved') : '',
    unsaved: locale.t('components:register.unsaved'),
  };
}
