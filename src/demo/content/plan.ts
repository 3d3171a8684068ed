import type { MeasureStatus } from '../../action-plan/measure.entity.js';

/** A text in the interface's languages. */
export interface InThreeLanguages {
  readonly sv: string;
  readonly en: string;
  readonly ar: string;
}

/** A goal of the demo plan. */
export interface DemoGoal {
  readonly code: string;
  readonly title: InThreeLanguages;
}

/** A measure of the demo plan, with what serves it by slug. */
export interface DemoMeasure {
  readonly code: string;
  readonly slug: string;
  readonly status: MeasureStatus;
  /** Civil dates. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly goals: readonly string[];
  readonly programmes: readonly string[];
  readonly items: readonly string[];
  readonly title: InThreeLanguages;
  readonly description: InThreeLanguages;
  readonly leadBody: InThreeLanguages;
  readonly indicators: readonly { readonly bySex: boolean; readonly name: InThreeLanguages }[];
}

/** The plan itself. */
export const DEMO_PLAN = {
  slug: 'mot-vald-2025-2027',
  startsOn: '2025-01-01',
  endsOn: '2027-12-31',
  title: {
    sv: 'Handlingsplan mot våld 2025–2027 (demo)',
    en: 'Action plan against violence 2025–2027 (demo)',
    ar: 'خطة عمل ضد العنف 2025–2027 (عرض تجريبي)',
  },
  summary: {
    sv: 'Planen säger vad kommunen och andra ska göra för att färre ska utsättas för våld och för att fler ska hitta stöd. Allt här är påhittat för demon.',
    en: 'The plan says what the municipality and others will do so that fewer people are subjected to violence and more people find support. Everything here is made up for the demo.',
    ar: 'تبيّن الخطة ما ستفعله البلدية وجهات أخرى كي يتعرض عدد أقل من الناس للعنف ويجد عدد أكبر الدعم. كل ما هنا مختلق للعرض التجريبي.',
  },
} as const;

/** What the plan wants to reach, in its order. */
export const DEMO_GOALS: readonly DemoGoal[] = [
  {
    code: 'G1',
    title: {
      sv: 'Färre utsätts för våld',
      en: 'Fewer people are subjected to violence',
      ar: 'أن يتعرض عدد أقل من الناس للعنف',
    },
  },
  {
    code: 'G2',
    title: {
      sv: 'Våld upptäcks tidigt',
      en: 'Violence is discovered early',
      ar: 'أن يُكتشف العنف مبكرًا',
    },
  },
  {
    code: 'G3',
    title: {
      sv: 'Stöd är lätt att hitta',
      en: 'Support is easy to find',
      ar: 'أن يكون العثور على الدعم سهلًا',
    },
  },
  {
    code: 'G4',
    title: {
      sv: 'Färre unga börjar med alkohol, narkotika, dopning, tobak eller spel om pengar',
      en: 'Fewer young people start with alcohol, drugs, doping, tobacco or gambling',
      ar: 'أن يبدأ عدد أقل من الشباب بالكحول أو المخدرات أو المنشطات أو التبغ أو القمار',
    },
  },
];

/** What is done, in the plan's order. */
export const DEMO_MEASURES: readonly DemoMeasure[] = [
  {
    code: 'M1',
    slug: 'foraldragrupper',
    status: 'ongoing',
    startsOn: '2025-01-01',
    endsOn: '2027-12-31',
    goals: ['G1'],
    programmes: ['forsta-tiden-ihop', 'lugnare-vardag', 'nara-tonaringen', 'foralder-i-nytt-land'],
    items: [],
    title: {
      sv: 'Föräldragrupper i alla stadsdelar',
      en: 'Parent groups in every part of the town',
      ar: 'مجموعات للأهل في جميع أحياء المدينة',
    },
    description: {
      sv: 'Varje termin startar grupper för föräldrar med barn i olika åldrar, nära där familjerna bor. Grupperna är gratis och öppna för alla. Barnpassning och tolk gör att fler kan komma.',
      en: 'Every term groups start for parents with children of different ages, near where families live. The groups are free and open to all. Child care and interpreters make it possible for more people to come.',
      ar: 'في كل فصل تبدأ مجموعات للأهل الذين لديهم أطفال في أعمار مختلفة، بالقرب من سكن العائلات. المجموعات مجانية ومفتوحة للجميع. رعاية الأطفال والترجمة تمكّنان عددًا أكبر من الحضور.',
    },
    leadBody: {
      sv: 'Individ- och familjenämnden',
      en: 'Individual and Family Committee',
      ar: 'لجنة الفرد والأسرة',
    },
    indicators: [
      {
        bySex: true,
        name: { sv: 'Antal deltagare', en: 'Number of participants', ar: 'عدد المشاركين' },
      },
      {
        bySex: true,
        name: {
          sv: 'Andel som fullföljer en omgång',
          en: 'Share who complete a round',
          ar: 'نسبة من يكملون الدورة',
        },
      },
    ],
  },
  {
    code: 'M2',
    slug: 'fler-pappor',
    status: 'ongoing',
    startsOn: '2025-08-01',
    endsOn: '2027-06-30',
    goals: ['G1'],
    programmes: ['lugnare-vardag'],
    items: ['vem-gor-vad-hemma'],
    title: { sv: 'Nå fler pappor', en: 'Reach more fathers', ar: 'الوصول إلى عدد أكبر من الآباء' },
    description: {
      sv: 'Pappor kommer mer sällan till föräldragrupper. Vi bjuder in båda föräldrarna, håller pappagrupper och har material som pappor kan använda på egen hand eller tillsammans.',
      en: 'Fathers come to parent groups less often. We invite both parents, run fathers’ groups and offer material that fathers can use on their own or together.',
      ar: 'يحضر الآباء مجموعات الأهل بدرجة أقل. ندعو الوالدين كليهما، ونقيم مجموعات للآباء، ونقدم مواد يمكن للآباء استخدامها وحدهم أو معًا.',
    },
    leadBody: { sv: 'UmeBrå', en: 'UmeBrå', ar: 'UmeBrå' },
    indicators: [
      {
        bySex: true,
        name: {
          sv: 'Andel män bland deltagarna',
          en: 'Share of men among participants',
          ar: 'نسبة الرجال بين المشاركين',
        },
      },
    ],
  },
  {
    code: 'M3',
    slug: 'grannar-agerar',
    status: 'planned',
    startsOn: '2026-09-01',
    endsOn: '2027-12-31',
    goals: ['G2'],
    programmes: [],
    items: ['brak-genom-vaggen'],
    title: {
      sv: 'Grannar och hyresvärdar agerar',
      en: 'Neighbours and landlords act',
      ar: 'الجيران وأصحاب المساكن يتحركون',
    },
    description: {
      sv: 'Den som bor nära hör ofta först. I trapphusen sätter vi upp vad du kan göra som granne, och hyresvärdarnas personal lär sig känna igen tecken på våld.',
      en: 'Those who live near often hear first. In stairwells we put up what you can do as a neighbour, and the landlords’ staff learn to recognise signs of violence.',
      ar: 'من يسكن قريبًا يسمع غالبًا قبل غيره. نعلّق في مداخل المباني ما يمكن للجار أن يفعله، ويتعلم موظفو أصحاب المساكن معرفة علامات العنف.',
    },
    leadBody: {
      sv: 'Bostadsbolaget och UmeBrå',
      en: 'The housing company and UmeBrå',
      ar: 'شركة الإسكان و UmeBrå',
    },
    indicators: [
      {
        bySex: false,
        name: {
          sv: 'Antal portar med information',
          en: 'Number of entrances with information',
          ar: 'عدد مداخل المباني التي فيها معلومات',
        },
      },
    ],
  },
  {
    code: 'M4',
    slug: 'personal-fragar',
    status: 'ongoing',
    startsOn: '2025-01-01',
    endsOn: '2026-12-31',
    goals: ['G2'],
    programmes: [],
    items: ['fraga-utan-att-forhora', 'barn-marker-mer'],
    title: {
      sv: 'Personal frågar om våld',
      en: 'Staff ask about violence',
      ar: 'الموظفون يسألون عن العنف',
    },
    description: {
      sv: 'Personal som möter barn och vuxna får utbildning i att fråga om våld, ta emot svaret och veta vart man vänder sig.',
      en: 'Staff who meet children and adults are trained to ask about violence, to receive the answer and to know where to turn.',
      ar: 'يتدرب الموظفون الذين يقابلون الأطفال والكبار على السؤال عن العنف وتلقي الجواب ومعرفة الجهة التي يُتوجه إليها.',
    },
    leadBody: { sv: 'Personalenheten', en: 'The Human Resources Unit', ar: 'وحدة شؤون الموظفين' },
    indicators: [
      {
        bySex: true,
        name: {
          sv: 'Antal anställda som har gått utbildningen',
          en: 'Number of staff trained',
          ar: 'عدد الموظفين الذين أنهوا التدريب',
        },
      },
    ],
  },
  {
    code: 'M5',
    slug: 'kunskapsbank',
    status: 'ongoing',
    startsOn: '2025-03-01',
    endsOn: '2027-12-31',
    goals: ['G3'],
    programmes: ['foralder-i-nytt-land'],
    items: ['tio-fragor', 'lugn-i-stunden'],
    title: {
      sv: 'Samlad kunskapsbank på flera språk',
      en: 'One library in several languages',
      ar: 'مكتبة معرفة واحدة بعدة لغات',
    },
    description: {
      sv: 'Råd och fakta om våld, alkohol, droger, spel och jämställdhet samlas på ett ställe, på flera språk, och läses igenom regelbundet av någon som kan ämnet.',
      en: 'Advice and facts on violence, alcohol, drugs, gambling and equality are gathered in one place, in several languages, and are regularly read through by somebody who knows the subject.',
      ar: 'تُجمع النصائح والحقائق عن العنف والكحول والمخدرات والقمار والمساواة في مكان واحد وبعدة لغات، ويراجعها بانتظام من يعرف الموضوع.',
    },
    leadBody: { sv: 'UmeBrå', en: 'UmeBrå', ar: 'UmeBrå' },
    indicators: [
      {
        bySex: false,
        name: {
          sv: 'Antal texter per språk',
          en: 'Number of texts per language',
          ar: 'عدد النصوص بكل لغة',
        },
      },
      {
        bySex: false,
        name: {
          sv: 'Antal texter som väntar på granskning',
          en: 'Number of texts overdue for review',
          ar: 'عدد النصوص التي تأخرت مراجعتها',
        },
      },
    ],
  },
  {
    code: 'M6',
    slug: 'stod-vid-separation',
    status: 'ongoing',
    startsOn: '2025-08-01',
    endsOn: '2027-12-31',
    goals: ['G1', 'G3'],
    programmes: ['foraldragrupp-8'],
    items: [],
    title: { sv: 'Stöd vid separation', en: 'Support at separation', ar: 'الدعم عند الانفصال' },
    description: {
      sv: 'Föräldrar som har separerat får stöd att sätta barnet först. Två föräldrar till samma barn går aldrig i samma grupp.',
      en: 'Parents who have separated get support to put the child first. Two parents of the same child never go to the same group.',
      ar: 'يحصل الآباء والأمهات المنفصلون على دعم لوضع مصلحة الطفل أولًا. ولا يحضر والدا الطفل نفسه في المجموعة نفسها أبدًا.',
    },
    leadBody: { sv: 'Familjerätten', en: 'The Family Law Unit', ar: 'وحدة قانون الأسرة' },
    indicators: [
      {
        bySex: false,
        name: { sv: 'Antal grupper', en: 'Number of groups held', ar: 'عدد المجموعات' },
      },
      { bySex: true, name: { sv: 'Använda platser', en: 'Seats used', ar: 'الأماكن المستخدمة' } },
    ],
  },
  {
    code: 'M7',
    slug: 'tidig-alkoholdebut',
    status: 'ongoing',
    startsOn: '2025-08-01',
    endsOn: '2027-06-30',
    goals: ['G4'],
    programmes: ['nara-tonaringen', 'prata-om-alkohol-droger-spel'],
    items: [
      'forsta-festen',
      'nej-till-att-kopa-ut',
      'lugnt-samtal-om-droger',
      'vitt-snus',
      'lador-skins-och-kassan',
    ],
    title: {
      sv: 'Föräldrar håller emot tidig alkoholdebut',
      en: 'Parents hold back early drinking',
      ar: 'الأهل يؤخرون بدء شرب الكحول',
    },
    description: {
      sv: 'Föräldrar till tonåringar får råd, material och grupper för att prata om alkohol, nikotin, droger och spel, och för att enas med andra föräldrar.',
      en: 'Parents of teenagers get advice, material and groups to talk about alcohol, nicotine, drugs and gambling, and to agree with other parents.',
      ar: 'يحصل أهل المراهقين على نصائح ومواد ومجموعات للحديث عن الكحول والنيكوتين والمخدرات والقمار، وللاتفاق مع أهالٍ آخرين.',
    },
    leadBody: {
      sv: 'Skolnämnden och UmeBrå',
      en: 'The School Committee and UmeBrå',
      ar: 'لجنة المدارس و UmeBrå',
    },
    indicators: [
      {
        bySex: true,
        name: {
          sv: 'Andel elever i årskurs 9 som aldrig har druckit alkohol (enkät)',
          en: 'Share of year-9 pupils who have never drunk alcohol (survey)',
          ar: 'نسبة تلاميذ الصف التاسع الذين لم يشربوا الكحول قط (استطلاع)',
        },
      },
    ],
  },
  {
    code: 'M8',
    slug: 'jamstallda-normer',
    status: 'delayed',
    startsOn: '2025-08-01',
    endsOn: '2026-12-31',
    goals: ['G1'],
    programmes: [],
    items: ['starkare-snabbare', 'vem-gor-vad-hemma'],
    title: {
      sv: 'Jämställda normer i skola och fritid',
      en: 'Equality in school and leisure',
      ar: 'معايير المساواة في المدرسة وأوقات الفراغ',
    },
    description: {
      sv: 'Ledare och lärare pratar med barn och unga om hur man får vara som flicka och pojke, om kroppsideal och om att säga ifrån.',
      en: 'Leaders and teachers talk with children and young people about how one may be as a girl or a boy, about body ideals and about speaking up.',
      ar: 'يتحدث المشرفون والمعلمون مع الأطفال والشباب عن كيف يمكن للمرء أن يكون فتاة أو فتى، وعن صورة الجسد المثالية، وعن قول لا.',
    },
    leadBody: { sv: 'Fritidsnämnden', en: 'The Leisure Committee', ar: 'لجنة أوقات الفراغ' },
    indicators: [
      {
        bySex: false,
        name: {
          sv: 'Antal klasser som har nåtts',
          en: 'Number of classes reached',
          ar: 'عدد الصفوف التي تم الوصول إليها',
        },
      },
    ],
  },
];
