import type { DemoRound } from './demo-round.js';

const practical = {
  hybrid: {
    sv: 'Kommer du till lokalen bjuder vi på fika. Är du med hemifrån får du en länk före träffen; det räcker med en mobil.',
    en: 'If you come to the room, coffee is on us. If you join from home you get a link before the meeting; a phone is enough.',
    ar: 'إن جئت إلى القاعة فالقهوة علينا. وإن شاركت من البيت يصلك رابط قبل اللقاء، ويكفي هاتف.',
  },
  online: {
    sv: 'Du får en länk när du har fått din plats. Det räcker med en mobil, och du får ha kameran avstängd. Sätt dig gärna där du kan prata ostört.',
    en: 'You get a link when you have got your place. A phone is enough, and you may keep the camera off. If you can, sit where you can talk undisturbed.',
    ar: 'يصلك رابط بعد أن تحصل على مكانك. يكفي هاتف، ويمكنك أن تبقي الكاميرا مغلقة. اجلس إن أمكن حيث تتحدث براحة.',
  },
};

const hybrid = {
  state: 'published',
  form: 'hybrid',
  language: 'sv',
  showPlace: true,
  decisionInDays: null,
  interpreterOffered: true,
  childCareFromAge: null,
  startTime: '18:00',
  endTime: '20:00',
  minParticipants: 12,
  waiting: 0,
  moved: null,
} as const;

const online = {
  ...hybrid,
  form: 'online',
  venue: null,
  interpreterOffered: false,
  startTime: '19:30',
  endTime: '20:45',
  capacity: 16,
  minParticipants: 10,
} as const;

/** Rounds of C3 and C6. */
export const teenagers: readonly DemoRound[] = [
  {
    ...hybrid,
    programme: 'nara-tonaringen',
    slug: 'vaven-pagar',
    groupCode: 'C07',
    venue: 'vaven',
    timing: { meeting: 4, weeksAhead: 0, weekday: 3 },
    capacity: 16,
    leaders: ['leader2', 'coLeader'],
    confirmed: 13,
    moved: { meeting: 5, daysLater: 1 },
    texts: {
      sv: { label: '{term} på Väven', practical: practical.hybrid.sv },
      en: { label: '{term} at Väven', practical: practical.hybrid.en },
      ar: { label: '{term} في Väven', practical: practical.hybrid.ar },
    },
  },
  {
    ...hybrid,
    programme: 'nara-tonaringen',
    slug: 'vaven',
    groupCode: 'C08',
    venue: 'vaven',
    timing: { weeksAhead: 8, weekday: 3 },
    capacity: 14,
    leaders: ['leader', 'coLeader3'],
    // One seat is offered to the first who waits; four are behind.
    confirmed: 13,
    waiting: 5,
    texts: {
      sv: { label: '{term} på Väven', practical: practical.hybrid.sv },
      en: { label: '{term} at Väven', practical: practical.hybrid.en },
      ar: { label: '{term} في Väven', practical: practical.hybrid.ar },
    },
  },
  {
    ...hybrid,
    programme: 'nara-tonaringen',
    slug: 'alidhem',
    groupCode: 'C09',
    state: 'cancelled',
    venue: 'alidhem',
    timing: { weeksAhead: 10, weekday: 3 },
    capacity: 20,
    leaders: ['leader2'],
    confirmed: 0,
    texts: {
      sv: { label: '{term} på Ålidhem', practical: practical.hybrid.sv },
      en: { label: '{term} in Ålidhem', practical: practical.hybrid.en },
      ar: { label: '{term} في Ålidhem', practical: practical.hybrid.ar },
    },
  },
  {
    ...online,
    programme: 'prata-om-alkohol-droger-spel',
    slug: 'digitalt',
    groupCode: 'F03',
    timing: { weeksAhead: 3, weekday: 1 },
    leaders: ['leader2', 'coLeader3'],
    confirmed: 11,
    texts: {
      sv: { label: 'måndagar på nätet', practical: practical.online.sv },
      en: { label: 'Mondays on line', practical: practical.online.en },
      ar: { label: 'أيام الاثنين عبر الإنترنت', practical: practical.online.ar },
    },
  },
  {
    ...online,
    programme: 'prata-om-alkohol-droger-spel',
    slug: 'pa-engelska',
    groupCode: 'F04',
    language: 'en',
    timing: { weeksAhead: 8, weekday: 1 },
    leaders: ['leader', 'coLeader2'],
    confirmed: 3,
    texts: {
      sv: { label: 'på engelska, på nätet', practical: practical.online.sv },
      en: { label: 'in English, on line', practical: practical.online.en },
      ar: { label: 'بالإنجليزية عبر الإنترنت', practical: practical.online.ar },
    },
  },
];
