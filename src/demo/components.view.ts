import { linkButton, submitButton } from '../platform/web/components/button.js';
import { courseCard } from '../platform/web/components/course-card.js';
import { flash } from '../platform/web/components/flash.js';
import { confirmation, emptyState, notice } from '../platform/web/components/notices.js';
import { pagination } from '../platform/web/components/pagination.js';
import { registerCount, registerGroup } from '../platform/web/components/register.js';
import {
  meetingLine,
  phoneLine,
  seatBox,
  type MeetingPoint,
} from '../platform/web/components/round-parts.js';
import { summaryList } from '../platform/web/components/summary-list.js';
import { table } from '../platform/web/components/table.js';
import { seatTag, tag, type SeatState } from '../platform/web/components/tag.js';
import type { Locale } from '../platform/web/locale.js';
import type { TextInLanguage } from '../platform/text/texts.js';
import { demoForm, LONG_WORD } from './components-form.view.js';

const SEATS: readonly SeatState[] = ['free', 'few', 'full', 'talk', 'closed', 'cancelled'];

function swedish(text: string): TextInLanguage {
  return { text, lang: 'sv', dir: 'ltr' };
}

function arabic(text: string): TextInLanguage {
  return { text, lang: 'ar', dir: 'rtl' };
}

function cards(locale: Locale) {
  const card = (title: TextInLanguage, summary: TextInLanguage, state: SeatState) =>
    courseCard({
      facts: ['3–9 år', 'tisdagar 17.30', 'Väven'],
      title,
      href: '#kort',
      summary,
      tag: seatTag(locale, state),
    });
  return [
    card(swedish('Lugnare vardag'), swedish('Tio kvällar om det som funkar.'), 'free'),
    card(swedish(LONG_WORD), swedish(LONG_WORD), 'few'),
    card(arabic('أيام أهدأ'), arabic('عشر أمسيات عمّا ينجح: وقت معاً ووضوح.'), 'full'),
  ];
}

function facts() {
  return summaryList([
    { label: 'Tid', text: 'Tisdagar 17.30–19.30, 19 januari till 30 mars.' },
    {
      label: 'Plats',
      text: 'Väven, Storgatan 46.',
      link: { label: 'Så hittar du hit', href: '#fakta' },
    },
    { label: 'Ledare', text: 'Maria och Johan', change: { label: 'Ändra', href: '#fakta' } },
    { label: 'Språk', text: 'دورة بالعربية', lang: 'ar', dir: 'rtl' },
  ]);
}

function meetings() {
  const point = (when: string, title: string, rest: Partial<MeetingPoint> = {}): MeetingPoint => ({
    isoDate: '2027-01-19',
    when,
    title: swedish(title),
    state: 'planned',
    note: '',
    ...rest,
  });
  return meetingLine([
    point('tis 19 januari', 'Min vardag just nu', { state: 'past' }),
    point('tis 26 januari', 'Tid tillsammans', { state: 'next', note: 'Nästa träff' }),
    point('tis 2 februari', 'Se det som funkar', { state: 'cancelled', note: 'Inställd' }),
    point('tor 4 februari', 'Se det som funkar', { note: 'Ny dag' }),
    point('tis 9 februari', 'Tydligt och kort'),
  ]);
}

function register(locale: Locale) {
  const tags = [tag('tolk', 'info')];
  const group = (person: string, mark: Parameters<typeof registerGroup>[1]['mark']) =>
    registerGroup(locale, { field: `mark-${person}`, person, mark, online: true });
  return {
    count: registerCount(locale, { here: 2, total: 6, saved: true }),
    groups: [
      group('Amina', 'here'),
      { ...group('Björn', 'online'), tags },
      group('Kim', 'excused'),
      group('Elin', 'absent'),
      group('Fatima', null),
      registerGroup(locale, {
        field: 'mark-onsite',
        person: 'På plats, med fel',
        mark: null,
        online: false,
        error: 'Välj ett av svaren',
      }),
    ],
  };
}

function rounds(locale: Locale) {
  const seats = (taken: number, capacity: number) =>
    ({ kind: 'seats', taken, capacity, low: 5, text: `${taken} av ${capacity}` }) as const;
  return table({
    id: 'rounds',
    caption: 'Kommande omgångar',
    columns: ['Kurs', 'Tid', { label: 'Anmälda', numeric: true }, 'Platser', 'Läge'],
    rows: [
      [
        { kind: 'link', text: 'Lugnare vardag · Väven', href: '#tabell' },
        { kind: 'text', text: 'tis 17.30' },
        { kind: 'number', text: '9' },
        seats(9, 14),
        { kind: 'tag', tag: seatTag(locale, 'free') },
      ],
      [
        { kind: 'link', text: 'Två hem, ett barn · A', href: '#tabell' },
        { kind: 'text', text: 'mån 18.00' },
        { kind: 'number', text: '3' },
        seats(3, 8),
        { kind: 'tag', tag: tag('För få anmälda', 'danger') },
      ],
    ],
  });
}

function messages() {
  return {
    flashes: [
      flash('success', 'Din plats är avbokad.'),
      flash('info', 'Mejlet är på väg.'),
      flash('warning', 'Du loggas snart ut.'),
    ],
    notices: (['info', 'success', 'warning', 'danger'] as const).map((kind) =>
      notice(kind, {
        title: kind === 'info' ? '' : 'Bra att veta',
        text: 'Knappen öppnar en väderprognos. Det du har läst finns kvar i historiken.',
        link: { label: 'Så lämnar du färre spår', href: '#meddelanden' },
      }),
    ),
    confirmation: confirmation({
      title: 'Du har en plats',
      text: 'Vi har mejlat en bekräftelse.',
      reference: { label: 'Uppge det här om du ringer', value: 'K7MPQ2' },
    }),
  };
}

/** Every component in every state, for `/demo/komponenter`. */
export function presentComponents(locale: Locale) {
  return {
    buttons: [
      submitButton('Skicka anmälan'),
      submitButton('Nej, behåll min plats', { variant: 'secondary' }),
      submitButton('Avbryt', { variant: 'tertiary' }),
      submitButton('Ja, avboka', { variant: 'danger' }),
      linkButton('Anmäl dig', '#knappar'),
    ],
    tags: [...SEATS.map((state) => seatTag(locale, state)), tag('tolk', 'info')],
    empty: demoForm(locale, 'new'),
    wrong: demoForm(locale, 'wrong'),
    ...messages(),
    cards: cards(locale),
    facts: facts(),
    meetings: meetings(),
    seats: seatBox({
      title: seatTag(locale, 'free').text,
      text: 'Anmäl dig senast 12 januari.',
      action: linkButton('Anmäl dig', '#platser'),
      note: 'Tar ungefär en minut. Inget konto behövs.',
      link: { label: 'Läser någon annan din e-post?', href: '#platser' },
    }),
    phones: [
      phoneLine(swedish('Kvinnofridslinjen, dygnet runt'), '020-50 50 50', swedish('Gratis.')),
      phoneLine(arabic('أمر عاجل أو خطير؟'), '112'),
    ],
    table: rounds(locale),
    pages: pagination(locale, { page: 4, pages: 9, href: (page) => `?sida=${page}#sidor` }),
    emptyState: emptyState(
      'Inga kurser passar just nu',
      'Ta bort ett val, eller säg till så mejlar vi när kursen ges.',
      linkButton('Visa alla kurser', '#tomt', 'secondary'),
    ),
    register: register(locale),
  };
}
