import type { Topic } from '../../library/vocabulary.rules.js';

/** The words of a help line in one language. A claim stands here only when its source says so. */
export interface DemoHelpLineText {
  readonly name: string;
  readonly audience: string;
  readonly hours?: string;
  readonly claims?: readonly string[];
}

/** A help line of the demo. Lines without `verifiedOn` are kept for staff to check, not shown. */
export interface DemoHelpLine {
  readonly number: string;
  readonly topics: readonly Topic[];
  readonly emergency?: true;
  readonly municipal?: true;
  /** Civil date of the source; undated sources bear the day when the demo's facts were gathered. */
  readonly verifiedOn?: string;
  readonly url?: string;
  readonly texts: { readonly sv: DemoHelpLineText } & Readonly<Record<string, DemoHelpLineText>>;
}

const GATHERED_ON = '2026-11-04';
const HELP_LINES_REPORT_2024 = '2024-06-03';

const EMERGENCY_AND_ADVICE: readonly DemoHelpLine[] = [
  {
    number: '112',
    topics: ['violence', 'alcohol', 'drugs'],
    emergency: true,
    verifiedOn: GATHERED_ON,
    texts: {
      sv: { name: 'SOS Alarm', audience: 'När någon är i fara just nu.' },
      en: {
        name: 'SOS Alarm, emergency number',
        audience: 'When somebody is in danger right now.',
      },
      ar: { name: 'رقم الطوارئ SOS Alarm', audience: 'عندما يكون شخص في خطر الآن.' },
    },
  },
  {
    number: '020-50 50 50',
    topics: ['violence'],
    verifiedOn: HELP_LINES_REPORT_2024,
    texts: {
      sv: {
        name: 'Kvinnofridslinjen',
        audience:
          'För dig som är eller har varit utsatt för hot eller våld, och för dig som är nära någon som är det.',
        hours: 'Dygnet runt',
        claims: [
          'Samtalet är gratis.',
          'Samtalet syns inte på telefonräkningen.',
          'Du kan få prata med tolk.',
        ],
      },
      en: {
        name: 'Kvinnofridslinjen, women’s helpline',
        audience:
          'For you who are or have been subjected to threats or violence, and for you who are close to somebody who is.',
        hours: 'Day and night',
        claims: [
          'The call is free.',
          'The call does not appear on the telephone bill.',
          'You can talk through an interpreter.',
        ],
      },
      ar: {
        name: 'Kvinnofridslinjen، خط دعم النساء',
        audience: 'لمن تتعرض أو تعرضت للتهديد أو العنف، ولمن هو قريب من شخص يتعرض لذلك.',
        hours: 'على مدار الساعة',
        claims: [
          'المكالمة مجانية.',
          'المكالمة لا تظهر في فاتورة الهاتف.',
          'يمكن التحدث عن طريق مترجم.',
        ],
      },
    },
  },
  {
    number: '090-16 10 02',
    topics: ['violence', 'alcohol', 'drugs', 'gambling'],
    municipal: true,
    texts: {
      sv: {
        name: 'Umeå kommun, socialtjänstens mottagning',
        audience: 'För dig som behöver stöd, eller är orolig för ett barn eller en vuxen.',
        hours: 'Dagtid på vardagar',
      },
      en: {
        name: 'Umeå municipality, social services reception',
        audience: 'For you who need support, or worry about a child or an adult.',
        hours: 'Daytime on weekdays',
      },
      ar: {
        name: 'بلدية أوميو، استقبال الخدمات الاجتماعية',
        audience: 'لمن يحتاج إلى دعم أو يقلق على طفل أو بالغ.',
        hours: 'نهارًا في أيام العمل',
      },
    },
  },
  {
    number: '090-16 30 50',
    topics: ['violence', 'alcohol', 'drugs'],
    municipal: true,
    texts: {
      sv: {
        name: 'Umeå kommun, socialjouren',
        audience: 'När det inte kan vänta till nästa vardag. På natten: ring 112.',
        hours: 'Kvällar och helger',
      },
      en: {
        name: 'Umeå municipality, social services on call',
        audience: 'When it cannot wait until the next weekday. At night: call 112.',
        hours: 'Evenings and weekends',
      },
      ar: {
        name: 'بلدية أوميو، مناوبة الخدمات الاجتماعية',
        audience: 'عندما لا يمكن الانتظار حتى يوم العمل التالي. في الليل: اتصل على 112.',
        hours: 'مساءً وفي عطلة نهاية الأسبوع',
      },
    },
  },
  {
    number: '116 111',
    topics: ['violence', 'alcohol', 'drugs', 'gambling'],
    verifiedOn: '2025-08-20',
    url: 'https://www.bris.se/',
    texts: {
      sv: {
        name: 'Bris',
        audience: 'För dig som är under 18 år. Du får prata om vad som helst.',
        hours: 'Dygnet runt',
      },
      en: {
        name: 'Bris, for children',
        audience: 'For you who are under 18. You may talk about anything.',
        hours: 'Day and night',
      },
      ar: {
        name: 'Bris، للأطفال',
        audience: 'لمن هم دون 18 سنة. يمكنك أن تتحدث عن أي شيء.',
        hours: 'على مدار الساعة',
      },
    },
  },
  {
    number: '020-80 80 80',
    topics: ['violence'],
    verifiedOn: HELP_LINES_REPORT_2024,
    texts: {
      sv: {
        name: 'Stödlinjen för män',
        audience: 'För dig som är man och har varit med om hot eller våld.',
        hours: 'Klockan 7–21',
      },
      en: {
        name: 'Stödlinjen för män, helpline for men',
        audience: 'For you who are a man and have been subjected to threats or violence.',
        hours: '7:00–21:00',
      },
      ar: {
        name: 'Stödlinjen för män، خط دعم الرجال',
        audience: 'لك إن كنت رجلًا وتعرضت للتهديد أو العنف.',
        hours: 'من الساعة 7:00 إلى 21:00',
      },
    },
  },
  {
    number: '020-55 00 00',
    topics: ['violence'],
    verifiedOn: HELP_LINES_REPORT_2024,
    texts: {
      sv: {
        name: 'Stödlinjen för transpersoner',
        audience: 'För dig som är transperson och har varit med om hot eller våld.',
        hours: 'Klockan 11–19',
      },
      en: {
        name: 'Stödlinjen för transpersoner, helpline for trans people',
        audience: 'For you who are trans and have been subjected to threats or violence.',
        hours: '11:00–19:00',
      },
      ar: {
        name: 'Stödlinjen för transpersoner، خط دعم العابرين جنسيًا',
        audience: 'لك إن كنت من العابرين جنسيًا وتعرضت للتهديد أو العنف.',
        hours: 'من الساعة 11:00 إلى 19:00',
      },
    },
  },
  {
    number: '020-57 70 70',
    topics: ['violence'],
    verifiedOn: HELP_LINES_REPORT_2024,
    texts: {
      sv: {
        name: 'Rätt att välja',
        audience: 'För dig som lever med våld och förtryck i hederns namn.',
        hours: 'Klockan 7–21',
      },
      en: {
        name: 'Rätt att välja, the right to choose',
        audience: 'For you who live with violence and oppression in the name of honour.',
        hours: '7:00–21:00',
      },
      ar: {
        name: 'Rätt att välja، الحق في الاختيار',
        audience: 'لمن يعيش مع العنف والقمع باسم الشرف.',
        hours: 'من الساعة 7:00 إلى 21:00',
      },
    },
  },
  {
    number: '020-555 666',
    topics: ['violence'],
    verifiedOn: GATHERED_ON,
    texts: {
      sv: {
        name: 'Välj att sluta',
        audience: 'För dig som använder våld mot någon närstående och vill sluta.',
        hours: 'Tiderna varierar',
      },
      en: {
        name: 'Välj att sluta, choose to stop',
        audience: 'For you who use violence against somebody close and want to stop.',
        hours: 'The hours vary',
      },
      ar: {
        name: 'Välj att sluta، اختر أن تتوقف',
        audience: 'لمن يستخدم العنف ضد شخص قريب منه ويريد أن يتوقف.',
        hours: 'الأوقات تتغير',
      },
    },
  },
  {
    number: '1177',
    topics: ['drugs', 'alcohol', 'nicotine', 'doping'],
    verifiedOn: GATHERED_ON,
    url: 'https://www.1177.se/',
    texts: {
      sv: { name: 'Sjukvårdsrådgivningen', audience: 'Råd om hälsa och vård.' },
      en: { name: 'Health advice', audience: 'Advice on health and care.' },
      ar: { name: 'الاستشارات الصحية', audience: 'نصائح عن الصحة والرعاية الطبية.' },
    },
  },
  {
    number: '114 14',
    topics: [],
    verifiedOn: GATHERED_ON,
    texts: {
      sv: { name: 'Polisen', audience: 'När det inte är bråttom.' },
      en: { name: 'The police', audience: 'When it is not urgent.' },
      ar: { name: 'الشرطة', audience: 'عندما لا يكون الأمر عاجلًا.' },
    },
  },
  {
    number: '113 13',
    topics: [],
    verifiedOn: GATHERED_ON,
    texts: {
      sv: {
        name: 'Informationsnumret',
        audience: 'När du vill veta mer om en olycka eller kris i samhället.',
      },
      en: {
        name: 'The information number',
        audience: 'When you want to know more about an accident or a crisis in society.',
      },
      ar: {
        name: 'رقم المعلومات',
        audience: 'عندما تريد أن تعرف أكثر عن حادث أو أزمة في المجتمع.',
      },
    },
  },
];

/** Nothing has confirmed these numbers yet: they wait for an editor. */
const TO_BE_CHECKED: readonly DemoHelpLine[] = [
  {
    number: '020-84 44 48',
    topics: ['alcohol'],
    texts: { sv: { name: 'Alkoholhjälpen', audience: 'För dig som vill prata om alkohol.' } },
  },
  {
    number: '020-91 91 91',
    topics: ['drugs'],
    texts: { sv: { name: 'Droghjälpen', audience: 'För dig som vill prata om droger.' } },
  },
  {
    number: '020-81 91 00',
    topics: ['gambling'],
    texts: { sv: { name: 'Stödlinjen', audience: 'För dig som vill prata om spel om pengar.' } },
  },
  {
    number: '020-84 00 00',
    topics: ['nicotine'],
    texts: {
      sv: { name: 'Sluta-röka-linjen', audience: 'För dig som vill sluta röka eller snusa.' },
    },
  },
  {
    number: '020-52 10 10',
    topics: ['violence'],
    texts: {
      sv: { name: 'Terrafem', audience: 'För dig som har varit med om våld.' },
    },
  },
  {
    number: '116 006',
    topics: ['violence'],
    texts: {
      sv: { name: 'Brottsofferjouren', audience: 'För dig som har varit med om ett brott.' },
    },
  },
];

/** Every help line of the demo in the order of the page: the emergency number first. */
export const DEMO_HELP_LINES: readonly DemoHelpLine[] = [...EMERGENCY_AND_ADVICE, ...TO_BE_CHECKED];
