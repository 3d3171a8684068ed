import { blocks, type DemoProgramme } from './demo-programme.js';

/** C7: quarrels between brothers and sisters. Given now and then: no round is planned, people wait. */
export const siblings: DemoProgramme = {
  slug: 'syskon-emellan',
  ageFrom: 3,
  ageTo: 12,
  admission: 'direct',
  discreet: false,
  keepApart: false,
  texts: {
    sv: {
      name: 'Syskon emellan',
      summary:
        'Bråk om leksaker, tid och rättvisa. Tre träffar om hur du hjälper syskon att reda ut det mesta själva.',
      body: blocks(
        'Syskon bråkar, ofta flera gånger om dagen. Det är också så de övar på att dela, säga ifrån och bli sams igen.',
        '## Så går det till',
        'Vi ses tre kvällar. Mellan träffarna provar du en sak hemma och berättar hur det gick, om du vill.',
        '## Det här får du med dig',
        'När du ska gå emellan, när du kan vänta, och hur varje barn får en stund som bara är deras.',
      ),
      themes: [
        'När ska jag gå emellan?',
        'Rättvist är inte alltid lika',
        'En stund med varje barn',
      ],
    },
    en: {
      name: 'Between siblings',
      summary:
        'Quarrels about toys, time and fairness. Three meetings about how you help siblings sort out most things themselves.',
      body: blocks(
        'Siblings quarrel, often several times a day. It is also how they practise sharing, speaking up and making peace.',
        '## What happens',
        'We meet on three evenings. Between the meetings you try one thing at home and tell us how it went, if you like.',
        '## What you take home',
        'When to step in, when you can wait, and how every child gets some time of their own.',
      ),
      themes: ['When do I step in?', 'Fair is not always equal', 'Some time with every child'],
    },
    ar: {
      name: 'بين الإخوة',
      summary:
        'شجار على الألعاب والوقت والعدل. ثلاثة لقاءات عن كيف تساعد الإخوة على حل معظم الأمور بأنفسهم.',
      body: blocks(
        'يتشاجر الإخوة كثيراً، وأحياناً عدة مرات في اليوم. وهكذا يتدربون أيضاً على المشاركة والرفض والمصالحة.',
        '## كيف تسير اللقاءات؟',
        'نلتقي ثلاث أمسيات. بين اللقاءات تجرب شيئاً واحداً في البيت وتحكي لنا كيف كان، إن أردت.',
        '## ماذا تأخذ معك؟',
        'متى تتدخل، ومتى تستطيع أن تنتظر، وكيف يحصل كل طفل على وقت خاص به.',
      ),
      themes: ['متى أتدخل؟', 'العدل ليس المساواة دائماً', 'وقت مع كل طفل'],
    },
  },
};
