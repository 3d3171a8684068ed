import { blocks, type DemoProgramme } from './demo-programme.js';

/** C6: short evenings on line about alcohol, drugs and gambling. */
export const alcoholDrugsGambling: DemoProgramme = {
  slug: 'prata-om-alkohol-droger-spel',
  ageFrom: 12,
  ageTo: 18,
  admission: 'direct',
  discreet: false,
  keepApart: false,
  texts: {
    sv: {
      name: 'Prata om alkohol, droger och spel',
      summary:
        'Åtta korta måndagskvällar på nätet. Lär dig ta upp det svåra utan att det blir bråk. För dig med barn mellan 12 och 18 år.',
      body: blocks(
        'Du behöver inte vänta tills något har hänt. De flesta unga dricker inte, men nästan alla får frågan någon gång. Vad du säger hemma spelar roll.',
        '## Så går det till',
        'Vi ses på nätet i 75 minuter. Du är med från mobil eller dator, och du får ha kameran avstängd. Varje gång får du korta fakta, en fråga att prata om i smågrupp och en sak att prova hemma. Länken kommer när du har fått din plats.',
        '## Vem kan komma?',
        'Du som är förälder eller annan vuxen nära ett barn mellan 12 och 18 år. Är ni flera föräldrar i samma klass går det bra att anmäla sig till samma grupp, var och en för sig.',
        '## Om det redan har hänt',
        'Kursen passar också dig som redan är orolig. Behöver du någon att prata med i dag finns telefonnummer på sidan [Få hjälp nu](/stod).',
      ),
      themes: [
        'Vad vet vi om läget?',
        'Min egen hållning',
        'Fest och skjuts',
        'Vape, snus och nikotin',
        'Narkotika – tecken och myter',
        'Spel om pengar',
        'Om något redan har hänt',
        'Föräldrar tillsammans',
      ],
    },
    en: {
      name: 'Talking about alcohol, drugs and gambling',
      summary:
        'Eight short Monday evenings on line. Learn to bring up what is hard without a quarrel. For you with a child aged 12 to 18.',
      body: blocks(
        'You need not wait until something has happened. Most young people do not drink, but nearly all are asked some time. What you say at home matters.',
        '## What happens',
        'We meet on line for 75 minutes. You join from a phone or a computer, and you may keep the camera off. Each time you get short facts, a question to talk about in a small group and one thing to try at home. The link comes when you have got your place.',
        '## Who can come?',
        'You who are a parent or another adult close to a child between 12 and 18. If several parents from one class want to join the same group, each of you signs up.',
        '## If it has already happened',
        'The course also suits you who are already worried. If you need somebody to talk to today, there are phone numbers on the page [Get help now](/stod).',
      ),
      themes: [
        'What do we know?',
        'What I think myself',
        'Parties and lifts home',
        'Vapes, snus and nicotine',
        'Drugs – signs and myths',
        'Gambling for money',
        'If something has already happened',
        'Parents together',
      ],
    },
    ar: {
      name: 'الحديث عن الكحول والمخدرات والقمار',
      summary:
        'ثماني أمسيات قصيرة يوم الاثنين عبر الإنترنت. تعلّم أن تفتح الموضوع الصعب دون شجار. لمن لديه ابن أو ابنة بين 12 و18 سنة.',
      body: blocks(
        'لا تحتاج إلى الانتظار حتى يحدث شيء. معظم الشباب لا يشربون، لكن الجميع تقريباً يُسألون يوماً ما. وما تقوله في البيت مهم.',
        '## كيف تسير اللقاءات؟',
        'نلتقي عبر الإنترنت 75 دقيقة. تشارك من الهاتف أو الحاسوب، ويمكنك أن تبقي الكاميرا مغلقة. في كل مرة تحصل على معلومات قصيرة، وسؤال للحديث في مجموعة صغيرة، وشيء تجربه في البيت. يصلك الرابط بعد أن تحصل على مكانك.',
        '## من يستطيع الحضور؟',
        'الأم والأب وكل بالغ قريب من شخص بين 12 و18 سنة. وإذا أراد عدة أهالٍ من الصف نفسه الانضمام إلى المجموعة نفسها فليسجّل كل واحد نفسه.',
        '## إن كان قد حدث شيء',
        'تناسب الدورة أيضاً من هو قلق الآن. وإن احتجت اليوم إلى من تتحدث معه فهناك أرقام هاتف في صفحة [مساعدة فورية](/stod).',
      ),
      themes: [
        'ماذا نعرف عن الوضع؟',
        'موقفي أنا',
        'الحفلات والعودة إلى البيت',
        'السجائر الإلكترونية والسنوس والنيكوتين',
        'المخدرات: علامات وأوهام',
        'القمار',
        'إن كان قد حدث شيء',
        'الأهل معاً',
      ],
    },
  },
};
