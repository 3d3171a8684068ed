import type { DemoRound } from './demo-round.js';

const practical = {
  saturday: {
    sv: 'Vi bjuder på lunch. Barnpassningen tar emot barn från 1 år, och barnen får också mat.',
    en: 'Lunch is on us. The child care takes children from the age of 1, and they get food too.',
    ar: 'الغداء علينا. تستقبل رعاية الأطفال كل طفل أتم السنة، وللأطفال طعام أيضاً.',
  },
  talk: {
    sv: 'När vi har pratat med dig får du veta var och när ni ses. Vilken grupp det blir kommer vi överens om då: det beror på dag, språk och hur många som är i gruppen.',
    en: 'When we have talked with you we tell you where and when you meet. We agree on the group then: it depends on day, language and how many are in it.',
    ar: 'بعد أن نتحدث معك نخبرك أين ومتى تلتقون. نتفق عندها على المجموعة: يعتمد ذلك على اليوم واللغة وعدد المشاركين فيها.',
  },
};

const saturday = {
  state: 'published',
  form: 'on-site',
  venue: 'alidhem',
  showPlace: true,
  startTime: '11:00',
  endTime: '13:00',
  capacity: 14,
  minParticipants: 8,
  decisionInDays: null,
  interpreterOffered: false,
  childCareFromAge: 1,
  waiting: 0,
  moved: null,
} as const;

const apart = {
  ...saturday,
  language: 'sv',
  venue: 'teg',
  showPlace: false,
  startTime: '17:30',
  endTime: '19:30',
  capacity: 8,
  minParticipants: 5,
  interpreterOffered: true,
  childCareFromAge: null,
  // Two parents of one child apply to either, and are placed apart.
  joinKey: 'foraldragrupp-8',
} as const;

/** Rounds of C4 and C5. */
export const families: readonly DemoRound[] = [
  {
    ...saturday,
    programme: 'foralder-i-nytt-land',
    slug: 'arabiska',
    groupCode: 'D05',
    language: 'ar',
    timing: { weeksAhead: 8, weekday: 6 },
    leaders: ['leader2', 'coLeader2'],
    confirmed: 6,
    texts: {
      sv: { label: '{term} på arabiska', practical: practical.saturday.sv },
      en: { label: '{term} in Arabic', practical: practical.saturday.en },
      ar: { label: '{term} بالعربية', practical: practical.saturday.ar },
    },
  },
  {
    ...saturday,
    programme: 'foralder-i-nytt-land',
    slug: 'tigrinja',
    groupCode: 'D06',
    language: 'ti',
    timing: { weeksAhead: 9, weekday: 6 },
    leaders: ['leader', 'coLeader2'],
    confirmed: 3,
    texts: {
      sv: { label: '{term} på tigrinja', practical: practical.saturday.sv },
      en: { label: '{term} in Tigrinya', practical: practical.saturday.en },
      ar: { label: '{term} بالتغرينية', practical: practical.saturday.ar },
    },
  },
  {
    ...apart,
    programme: 'foraldragrupp-8',
    slug: 'a',
    groupCode: 'E01',
    timing: { weeksAhead: 8, weekday: 1 },
    leaders: ['leader', 'coLeader3'],
    confirmed: 3,
    waiting: 1,
    texts: {
      sv: { label: 'grupp A', practical: practical.talk.sv },
      en: { label: 'group A', practical: practical.talk.en },
      ar: { label: 'المجموعة A', practical: practical.talk.ar },
    },
  },
  {
    ...apart,
    programme: 'foraldragrupp-8',
    slug: 'b',
    groupCode: 'E02',
    timing: { weeksAhead: 8, weekday: 4 },
    leaders: ['leader2', 'coLeader'],
    confirmed: 2,
    texts: {
      sv: { label: 'grupp B', practical: practical.talk.sv },
      en: { label: 'group B', practical: practical.talk.en },
      ar: { label: 'المجموعة B', practical: practical.talk.ar },
    },
  },
];
