import { blocks, type DemoProgramme } from './demo-programme.js';

/** C2: everyday life with a child of three to nine. */
export const calmerDays: DemoProgramme = {
  slug: 'lugnare-vardag',
  ageFrom: 3,
  ageTo: 9,
  admission: 'direct',
  discreet: false,
  keepApart: false,
  texts: {
    sv: {
      name: 'Lugnare vardag',
      summary:
        'Tio kvällar om det som funkar hemma: tid tillsammans, tydlighet och vad du gör när ilskan kommer. För dig med barn mellan 3 och 9 år.',
      body: blocks(
        'Morgnar som kör ihop sig. Läggningar som tar hela kvällen. Ord du ångrar. De flesta som kommer hit känner igen sig, och du behöver inte ha det svårt för att vara med.',
        '## Så går det till',
        'Vi är en liten grupp med två ledare. Vi ser korta filmer, pratar två och två och provar saker i rollspel för den som vill. Mellan träffarna testar du något litet hemma, till exempel tio minuter då barnet bestämmer. Nästa gång pratar vi om hur det gick, också när det inte gick alls.',
        'Träffarna bygger på varandra, så kom så ofta du kan. Missar du en gång får du en kort genomgång av ledarna.',
        '## Vem kan komma?',
        'Du som har ett barn mellan 3 och 9 år i din vardag, oavsett om du är förälder, bonusförälder, mor- eller farförälder eller familjehemsförälder. En av våra grupper är för pappor.',
        '## Vi skriver inget om ditt barn',
        'Vi ställer inga diagnoser och för inga anteckningar. Du bestämmer själv vad du berättar.',
      ),
      themes: [
        'Min vardag just nu',
        'Tid tillsammans',
        'Se det som funkar',
        'Tydligt och kort',
        'Morgon och läggning',
        'När ilskan kommer',
        'Syskon',
        'Välja vad som är viktigt',
        'Skärmar',
        'Så fortsätter vi',
      ],
    },
    en: {
      name: 'Calmer days',
      summary:
        'Ten evenings about what works at home: time together, being clear, and what to do when anger comes. For you with a child aged 3 to 9.',
      body: blocks(
        'Mornings that fall apart. Bedtimes that take all evening. Words you wish you had not said. Most people who come here recognise this, and you do not need to have problems to join.',
        '## What happens',
        'We are a small group with two leaders. We watch short films, talk in pairs and try things in role play if you want to. Between the meetings you try something small at home, such as ten minutes when the child decides. Next time we talk about how it went, also when it did not work at all.',
        'Each meeting builds on the one before, so come as often as you can. If you miss one, the leaders give you a short summary.',
        '## Who can come?',
        'You who have a child between 3 and 9 in your daily life, whether you are a parent, a step-parent, a grandparent or a foster parent. One of our groups is for fathers.',
        '## We write nothing about your child',
        'We make no diagnoses and keep no notes. You decide what you want to tell.',
      ),
      themes: [
        'My days right now',
        'Time together',
        'Noticing what works',
        'Clear and short',
        'Mornings and bedtimes',
        'When anger comes',
        'Brothers and sisters',
        'Choosing what matters',
        'Screens',
        'How we go on',
      ],
    },
    ar: {
      name: 'أيام أهدأ',
      summary:
        'عشر أمسيات عمّا ينجح في البيت: وقت معاً، ووضوح، وماذا تفعل حين يأتي الغضب. لمن لديه طفل بين 3 و9 سنوات.',
      body: blocks(
        'صباحات تتعثر، ووقت نوم يأخذ المساء كله، وكلمات تندم عليها. معظم من يأتون إلينا يعرفون هذا، ولا يلزم أن تكون ظروفك صعبة كي تشارك.',
        '## كيف تسير اللقاءات؟',
        'نحن مجموعة صغيرة مع مشرفَين. نشاهد أفلاماً قصيرة، ونتحدث اثنين اثنين، ونجرب مواقف بالتمثيل لمن يرغب. بين اللقاءات تجرب شيئاً صغيراً في البيت، مثل عشر دقائق يقرر فيها الطفل. وفي اللقاء التالي نتحدث كيف سار الأمر، حتى إن لم ينجح.',
        'كل لقاء يكمل ما قبله، فاحضر قدر ما تستطيع. وإن فاتك لقاء يلخّصه لك المشرفان.',
        '## من يستطيع الحضور؟',
        'كل من في حياته اليومية طفل بين 3 و9 سنوات: الأم والأب، زوج الأم أو زوجة الأب، الجد والجدة، والأسرة الحاضنة. وإحدى مجموعاتنا مخصصة للآباء.',
        '## لا نكتب شيئاً عن طفلك',
        'لا نشخّص أحداً ولا نحتفظ بملاحظات. أنت من يقرر ماذا يحكي.',
      ),
      themes: [
        'يومي كما هو الآن',
        'وقت معاً',
        'أن نرى ما ينجح',
        'بوضوح واختصار',
        'الصباح ووقت النوم',
        'حين يأتي الغضب',
        'الإخوة والأخوات',
        'أن نختار المهم',
        'الشاشات',
        'كيف نكمل الطريق',
      ],
    },
  },
};
