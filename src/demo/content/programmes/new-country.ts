import { blocks, type DemoProgramme } from './demo-programme.js';

/** C4: parents who are new in Sweden, held in their own language. */
export const newCountry: DemoProgramme = {
  slug: 'foralder-i-nytt-land',
  ageFrom: 0,
  ageTo: 18,
  admission: 'direct',
  discreet: false,
  keepApart: false,
  texts: {
    sv: {
      name: 'Förälder i nytt land',
      summary:
        'Skola, rättigheter, hälsa och att vara förälder mellan två språk. Nio lördagar på ditt eget språk, med barnpassning.',
      body: blocks(
        'Att börja om i ett nytt land är mycket på en gång. Reglerna är nya, barnen lär sig språket snabbare än du, och släkten är långt borta. Här får du fakta och tid att fråga allt, på ett språk du tänker på.',
        '## Så går det till',
        'Kursen hålls på det språk som står vid varje grupp. Ledarna är själva vana att leva mellan språk. Till några träffar kommer gäster, till exempel en lärare, en tandsköterska och någon från socialtjänsten. Du får fråga hur det egentligen fungerar.',
        '## Vem kan komma?',
        'Du som har barn i någon ålder och är ganska ny i Sverige. Ta gärna med barnen: det finns barnpassning i rummet bredvid.',
        '## Är det här en kontroll?',
        'Nej. Du behöver inte visa legitimation, och vi skriver inget om din familj. Att du går kursen påverkar inte uppehållstillstånd eller ersättning.',
      ),
      themes: [
        'Att börja om',
        'Barns rättigheter',
        'Förskola och skola',
        'Så kan socialtjänsten hjälpa familjen',
        'Hälsa och tandvård',
        'Flickor och pojkar samma chans',
        'Tonår mellan två språk',
        'Gränser utan hot och slag',
        'Fritid och vårt nätverk',
      ],
    },
    en: {
      name: 'A parent in a new country',
      summary:
        'School, rights, health and being a parent between two languages. Nine Saturdays in your own language, with child care.',
      body: blocks(
        'Starting again in a new country is a lot at once. The rules are new, the children learn the language faster than you do, and your relatives are far away. Here you get facts, and time to ask about everything, in a language that you think in.',
        '## What happens',
        'The course is held in the language that is written beside each group. The leaders themselves are used to living between languages. Guests come to some of the meetings, such as a teacher, a dental nurse and somebody from social services. You can ask how things really work.',
        '## Who can come?',
        'You who have children of any age and are fairly new in Sweden. Do bring the children: there is child care in the next room.',
        '## Is this a check on me?',
        'No. You need not show identification, and we write nothing about your family. Taking the course does not affect residence permits or benefits.',
      ),
      themes: [
        'Starting again',
        'Children’s rights',
        'Preschool and school',
        'How social services can help a family',
        'Health and dental care',
        'The same chances for girls and boys',
        'Teenagers between two languages',
        'Limits without threats and blows',
        'Leisure and our network',
      ],
    },
    ar: {
      name: 'أب أو أم في بلد جديد',
      summary:
        'المدرسة والحقوق والصحة والتربية بين لغتين. تسعة أيام سبت بلغتك أنت، مع رعاية للأطفال.',
      body: blocks(
        'أن تبدأ من جديد في بلد جديد أمر كبير. القواعد جديدة، والأطفال يتعلمون اللغة أسرع منك، والأقارب بعيدون. هنا تجد المعلومات ووقتاً كي تسأل عن كل شيء، بلغة تفكر بها.',
        '## كيف تسير اللقاءات؟',
        'تُعطى الدورة باللغة المكتوبة عند كل مجموعة. والمشرفون أنفسهم معتادون على الحياة بين لغتين. يأتي ضيوف إلى بعض اللقاءات، مثل معلم وممرضة أسنان وشخص من الخدمات الاجتماعية، فتسأل كيف تسير الأمور حقاً.',
        '## من يستطيع الحضور؟',
        'كل من لديه أطفال في أي عمر وهو جديد في السويد. أحضر أطفالك معك: هناك رعاية للأطفال في الغرفة المجاورة.',
        '## هل هذه مراقبة؟',
        'لا. لا تحتاج إلى إظهار هوية، ولا نكتب شيئاً عن عائلتك. وحضورك الدورة لا يؤثر على الإقامة أو المساعدات.',
      ),
      themes: [
        'أن نبدأ من جديد',
        'حقوق الأطفال',
        'الروضة والمدرسة',
        'كيف تساعد الخدمات الاجتماعية الأسرة',
        'الصحة والأسنان',
        'فرص متساوية للبنات والبنين',
        'المراهقة بين لغتين',
        'حدود بلا تهديد ولا ضرب',
        'أوقات الفراغ وشبكة معارفنا',
      ],
    },
  },
};
