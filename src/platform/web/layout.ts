import type { Crumb, PageHead, Section } from '../../kernel/page.js';
import type { Language } from '../config/settings.js';
import type { LayoutAssets } from './assets.js';
import type { Flash } from './components/flash.js';
import { telHref } from './components/link.js';
import { directionOf, type Direction, type Locale } from './locale.js';

/** The product's name; not translated. */
const PRODUCT = 'Familjepeppen';

/** One place to go to from a menu or the footer. `current` marks the part the reader is in. */
export interface MenuItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** The same page in another language, labelled in that language. */
export interface LanguageLink {
  readonly label: string;
  readonly language: Language;
  readonly href: string;
  readonly current: boolean;
}

/** A step on the way to the page; the last one is the page itself. */
export interface CrumbLink extends Crumb {
  readonly lang: string;
  readonly dir: Direction;
  readonly last: boolean;
}

/** Everything `views/layouts/*.hbs` print around a page. Every key is always set. */
export interface LayoutModel {
  readonly language: Language;
  readonly dir: Direction;
  /** Whole `<title>`: "Fel: Anmälan – Familjepeppen". */
  readonly title: string;
  /** Language of title and description. */
  readonly titleLang: string;
  /** Empty when the page has none. */
  readonly description: string;
  readonly noIndex: boolean;
  readonly quickExit: boolean;
  readonly demo: boolean;
  readonly product: string;
  readonly organisation: string;
  readonly homeHref: string;
  readonly menu: readonly MenuItem[];
  readonly languages: readonly LanguageLink[];
  /** Name of the language the page is in, in that language. */
  readonly languageName: string;
  /** Id of the form that the language switch sends along, or an empty string. */
  readonly formId: string;
  readonly breadcrumbs: readonly CrumbLink[];
  readonly flash: Flash | null;
  /** First name of who is signed in (staff), or an empty string. */
  readonly signedInName: string;
  readonly footer: FooterModel;
  readonly assets: LayoutAssets;
  /** The rendered page. */
  readonly body: string;
}

/** The dark green end of every public page. */
export interface FooterModel {
  readonly phone: string;
  /** `tel:` address of the phone number. */
  readonly phoneHref: string;
  readonly email: string;
  /** `mailto:` address. */
  readonly emailHref: string;
  readonly work: readonly MenuItem[];
  readonly legal: readonly MenuItem[];
}

/** What the renderer knows when it builds a layout. */
export interface LayoutFacts {
  readonly locale: Locale;
  readonly head: PageHead;
  /** Path without its language, and the query: `/kurser?alder=3-6`. Staff pages: the whole path. */
  readonly path: string;
  /** The interface languages that are switched on, in the order of the switch. */
  readonly languages: readonly Language[];
  readonly organisation: string;
  readonly support: { readonly phone: string; readonly email: string };
  readonly assets: LayoutAssets;
  readonly demo: boolean;
  readonly flash: Flash | null;
  /** Who is signed in to a staff page, with the pages that the person may open. */
  readonly staff: {
    readonly firstName: string;
    readonly menu: readonly { readonly label: string; readonly href: string }[];
  } | null;
  readonly body: string;
}

const LANGUAGE_NAMES: Record<Language, string> = { sv: 'Svenska', en: 'English', ar: 'العربية' };

function titleOf({ head, locale }: LayoutFacts): string {
  const own = head.title === PRODUCT ? PRODUCT : `${head.title} – ${PRODUCT}`;
  return head.invalid === true ? `${locale.t('components:errorPrefix')} ${own}` : own;
}

const PUBLIC_MENU = [
  { section: 'courses', text: 'components:menu.courses', path: '/kurser' },
  { section: 'library', text: 'components:menu.library', path: '/kunskapsbank' },
  { section: 'help', text: 'components:menu.help', path: '/stod' },
  { section: 'mine', text: 'components:menu.mine', path: '/mina-kurser' },
] as const;

function publicMenu(locale: Locale, section: Section): MenuItem[] {
  return PUBLIC_MENU.map((item) => ({
    label: locale.t(item.text),
    href: locale.href(item.path),
    current: item.section === section,
  }));
}

/** The longest menu address that the path starts with is where the reader is. */
function staffMenu(facts: LayoutFacts): MenuItem[] {
  const items = facts.staff?.menu ?? [];
  const path = facts.path.split('?')[0] ?? facts.path;
  const here = items
    .map((item) => item.href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  return items.map((item) => ({ ...item, current: item.href === here }));
}

function languageLinks({ head, languages, locale, path }: LayoutFacts): LanguageLink[] {
  if (head.oneLanguage === true || head.layout === 'staff') return [];
  return languages.map((language) => ({
    label: LANGUAGE_NAMES[language],
    language,
    href: `/${language}${path === '/' ? '' : path}`,
    current: language === locale.language,
  }));
}

function crumbLinks(crumbs: readonly Crumb[], locale: Locale): CrumbLink[] {
  return crumbs.map((crumb, index) => {
    const lang = crumb.lang ?? locale.language;
    return { ...crumb, lang, dir: directionOf(lang), last: index === crumbs.length - 1 };
  });
}

function footer({ locale, support }: LayoutFacts): FooterModel {
  const link = (label: string, href: string): MenuItem => ({ label, href, current: false });
  return {
    phone: support.phone,
    phoneHref: telHref(support.phone),
    email: support.email,
    emailHref: `mailto:${support.email}`,
    work: [
      link(locale.t('components:footer.plan'), locale.href('/handlingsplan')),
      link(locale.t('components:footer.traces'), locale.href('/om/farre-spar')),
      link(locale.t('components:footer.staff'), '/logga-in'),
    ],
    legal: [
      link(locale.t('components:footer.accessibility'), locale.href('/om/tillganglighet')),
      link(locale.t('components:footer.personalData'), locale.href('/om/personuppgifter')),
      link(locale.t('components:footer.cookies'), locale.href('/om/kakor')),
    ],
  };
}

/** The one model of both layouts, from what the renderer knows about the request and the page. */
export function presentLayout(facts: LayoutFacts): LayoutModel {
  const { head, locale } = facts;
  const staff = head.layout === 'staff';
  return {
    language: locale.language,
    dir: locale.dir,
    title: titleOf(facts),
    titleLang: head.titleLang ?? locale.language,
    description: head.description ?? '',
    noIndex: staff || head.noIndex === true || head.noStore === true,
    quickExit: head.quickExit === true,
    demo: facts.demo,
    product: PRODUCT,
    organisation: facts.organisation,
    homeHref: staff ? (facts.staff?.menu[0]?.href ?? '/logga-in') : locale.href(''),
    menu: staff ? staffMenu(facts) : publicMenu(locale, head.section ?? 'none'),
    languages: languageLinks(facts),
    languageName: LANGUAGE_NAMES[locale.language],
    formId: head.formId ?? '',
    breadcrumbs: crumbLinks(head.breadcrumbs ?? [], locale),
    flash: facts.flash,
    signedInName: facts.staff?.firstName ?? '',
    footer: footer(facts),
    assets: facts.assets,
    body: facts.body,
  };
}
