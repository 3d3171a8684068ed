import type components from '../../../locales/sv/components.json' with {
  'resolution-mode': 'import',
};
import type enrolments from '../../../locales/sv/enrolments.json' with {
  'resolution-mode': 'import',
};
import type errors from '../../../locales/sv/errors.json' with { 'resolution-mode': 'import' };
import type interest from '../../../locales/sv/interest.json' with { 'resolution-mode': 'import' };
import type mine from '../../../locales/sv/mine.json' with { 'resolution-mode': 'import' };
import type mail from '../../../locales/sv/mail.json' with { 'resolution-mode': 'import' };
import type offers from '../../../locales/sv/offers.json' with { 'resolution-mode': 'import' };
import type together from '../../../locales/sv/together.json' with { 'resolution-mode': 'import' };
import type rounds from '../../../locales/sv/rounds.json' with { 'resolution-mode': 'import' };
import type site from '../../../locales/sv/site.json' with { 'resolution-mode': 'import' };
import type attendance from '../../../locales/sv/attendance.json' with {
  'resolution-mode': 'import',
};
import type reminders from '../../../locales/sv/reminders.json' with {
  'resolution-mode': 'import',
};
import type care from '../../../locales/sv/care.json' with { 'resolution-mode': 'import' };
import type talk from '../../../locales/sv/talk.json' with { 'resolution-mode': 'import' };
import type staff from '../../../locales/sv/staff.json' with { 'resolution-mode': 'import' };
import type about from '../../../locales/sv/about.json' with { 'resolution-mode': 'import' };
import type help from '../../../locales/sv/help.json' with { 'resolution-mode': 'import' };
import type library from '../../../locales/sv/library.json' with { 'resolution-mode': 'import' };
import type plan from '../../../locales/sv/plan.json' with { 'resolution-mode': 'import' };

/** The Swedish texts are the measure: a key exists if it exists there. One line a namespace. */
export interface Resources {
  components: typeof components;
  enrolments: typeof enrolments;
  errors: typeof errors;
  interest: typeof interest;
  plan: typeof plan;
  library: typeof library;
  help: typeof help;
  about: typeof about;
  mail: typeof mail;
  mine: typeof mine;
  offers: typeof offers;
  site: typeof site;
  together: typeof together;
  rounds: typeof rounds;
  attendance: typeof attendance;
  reminders: typeof reminders;
  staff: typeof staff;
  talk: typeof talk;
  care: typeof care;
}

type PluralBase<K extends string> =
  K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? PluralBase<K> : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** `namespace:path.to.text`, known to the compiler. */
export type TextKey = {
  [N in keyof Resources]: `${N}:${Leaves<Resources[N]>}`;
}[keyof Resources];
