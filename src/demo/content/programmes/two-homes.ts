import { blocks, type DemoProgramme } from './demo-programme.js';

/**
 * C5: separated parents. Discreet, the two parents of a child in different groups, and the office
 * talks with each person first. Its address says nothing about the topic.
 */
export const twoHomes: DemoProgramme = {
  slug: 'foraldragrupp-8',
  ageFrom: 0,
  ageTo: 18,
  admission: 'talk',
  discreet: true,
  keepApart: true,
  texts: {
    sv: {
      name: 'Två hem, ett barn',
      summary:
        'För dig som har separerat och vill göra det så bra som möjligt för barnet. Små grupper. Ni två går aldrig i samma grupp.',
      body: blocks(
        'När vuxna går skilda vägar behöver barnet ändå båda sina vardagar. Den här kursen handlar om din del: vad du kan göra, även när samarbetet inte fungerar.',
        '## Så går det till',
        'Vi ses åtta gånger i en liten grupp. Grupperna träffas på olika dagar, så att två föräldrar till samma barn aldrig möts här. Ingen får veta att du går kursen, inte heller den andra föräldern.',
        '## Vi pratar med dig först',
        'Innan du får en plats ringer vi upp dig. Då kan du fråga, och vi ser tillsammans om gruppen passar dig just nu. Det är också då du får veta var och när vi träffas.',
        '## Om du är rädd',
        'Är du rädd för den andra föräldern, eller har det förekommit hot eller våld? Då finns annan hjälp som passar bättre än en kurs. Säg det till oss när vi ringer, eller läs mer på sidan [Få hjälp nu](/stod).',
      ),
      themes: [
        'Var är barnet i det här?',
        'Separation som kris',
        'När jag måste prata med den andra',
        'Lämna och hämta',
        'Nya partner och högtider',
        'Barnets ord',
        'När det inte går – stöd och trygghet',
        'Min plan',
      ],
    },
    en: {
      name: 'Two homes, one child',
      summary:
        'For you who have separated and want to make it as good as possible for the child. Small groups. The two of you are never in the same group.',
      body: blocks(
        'When adults part, the child still needs both everyday lives. This course is about your share: what you can do, also when cooperation does not work.',
        '## What happens',
        'We meet eight times in a small group. The groups meet on different days, so that two parents of the same child never meet here. Nobody is told that you take the course, not even the other parent.',
        '## We talk with you first',
        'Before you get a place we call you. You can ask questions, and together we see whether the group suits you right now. That is also when you are told where and when we meet.',
        '## If you are afraid',
        'Are you afraid of the other parent, or have there been threats or violence? Then there is other help that fits better than a course. Tell us when we call, or read more on the page [Get help now](/stod).',
      ),
      themes: [
        'Where is the child in this?',
        'Separation as a crisis',
        'When I have to talk with the other one',
        'Dropping off and picking up',
        'New partners and holidays',
        'The child’s words',
        'When it does not work – support and safety',
        'My plan',
      ],
    },
    ar: {
      name: 'بيتان وطفل واحد',
      summary:
        'لمن انفصل ويريد الأفضل لطفله. مجموعات صغيرة. لا تكونان أنتما الاثنان في المجموعة نفسها أبداً.',
      body: blocks(
        'حين يفترق الكبار يبقى الطفل بحاجة إلى حياته اليومية في البيتين. هذه الدورة عن دورك أنت: ماذا تستطيع أن تفعل، حتى حين لا ينجح التعاون.',
        '## كيف تسير اللقاءات؟',
        'نلتقي ثماني مرات في مجموعة صغيرة. تلتقي المجموعات في أيام مختلفة، فلا يلتقي هنا والدا الطفل نفسه أبداً. لا نخبر أحداً أنك تحضر الدورة، ولا حتى الوالد الآخر.',
        '## نتحدث معك أولاً',
        'قبل أن تحصل على مكان نتصل بك. يمكنك أن تسأل، ونرى معاً إن كانت المجموعة تناسبك الآن. وعندها أيضاً تعرف أين ومتى نلتقي.',
        '## إن كنت خائفاً',
        'هل تخاف من الوالد الآخر، أو حدث تهديد أو عنف؟ هناك مساعدة أنسب لك من دورة. أخبرنا حين نتصل، أو اقرأ المزيد في صفحة [مساعدة فورية](/stod).',
      ),
      themes: [
        'أين الطفل من كل هذا؟',
        'الانفصال أزمة',
        'حين أضطر إلى الحديث مع الآخر',
        'التسليم والاستلام',
        'شركاء جدد وأعياد',
        'كلمات الطفل',
        'حين لا ينجح الأمر: دعم وأمان',
        'خطتي',
      ],
    },
  },
};
