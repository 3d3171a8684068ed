import { blocks, type DemoProgramme } from './demo-programme.js';

/** C1: for adults with a baby, babies along. */
export const firstMonths: DemoProgramme = {
  slug: 'forsta-tiden-ihop',
  ageFrom: 0,
  ageTo: 2,
  admission: 'direct',
  discreet: false,
  keepApart: false,
  texts: {
    sv: {
      name: 'Första tiden ihop',
      summary:
        'Åtta förmiddagar för dig som har en bebis eller ett litet barn. Ta med barnet. Vi pratar om sömn, skrik och hur du själv mår.',
      body: blocks(
        'Den första tiden kan vara underbar och jobbig på samma dag. Här träffar du andra som är vakna på nätterna, och två ledare som har hört det mesta. Ingen behöver vara duktig.',
        '## Så går det till',
        'Vi sitter på mattan med barnen mitt ibland oss. Varje träff börjar med fika och en fråga: hur har veckan varit? Sedan pratar vi om dagens ämne, tittar på en kort film eller provar något tillsammans. Du får mata, byta blöja, gå ut och komma tillbaka när du vill.',
        '## Vem kan komma?',
        'Du som väntar barn eller har ett barn som är 0–2 år. Du som är förälder, bonusförälder, mormor, farfar, familjehemsförälder eller på annat sätt nära barnet. Kommer ni två vuxna anmäler ni er var för sig.',
        '## Det här vill vi att du går hem med',
        '- Några sätt att läsa vad ditt barn försöker säga.\n- Lugnare tankar om sömn och skrik.\n- Någon att ringa när det är tungt.',
        'Mår du dåligt efter förlossningen, eller är du orolig för barnet? Vänta inte på kursen. Ring barnavårdscentralen eller 1177.',
      ),
      themes: [
        'Hej och varför vi är här',
        'Läsa bebisens signaler',
        'Sömn: det finns flera sätt',
        'När det skriker – och när jag gör det',
        'Leka på golvet',
        'Vi två vuxna',
        'Vem hjälper dig?',
        'Vårt nästa halvår',
      ],
    },
    en: {
      name: 'Our first time together',
      summary:
        'Eight mornings for you who have a baby or a small child. Bring the child. We talk about sleep, crying and how you are doing yourself.',
      body: blocks(
        'The first months can be wonderful and hard on the same day. Here you meet others who are awake at night, and two leaders who have heard most things. Nobody has to be perfect.',
        '## What happens',
        'We sit on the mat with the children among us. Every meeting begins with coffee and one question: how was your week? Then we talk about the topic of the day, watch a short film or try something together. You can feed, change a nappy, go out and come back whenever you like.',
        '## Who can come?',
        'You who are expecting a child or have a child aged 0–2. You may be a parent, a step-parent, a grandparent, a foster parent or another adult close to the child. If two of you want to come, each of you signs up.',
        '## What we want you to take home',
        '- Some ways of reading what your child is trying to say.\n- Calmer thoughts about sleep and crying.\n- Somebody to call when things are hard.',
        'Are you feeling low after the birth, or worried about the child? Do not wait for the course. Call the child health centre (BVC) or 1177.',
      ),
      themes: [
        'Hello, and why we are here',
        'Reading your baby’s signals',
        'Sleep: there is more than one way',
        'When the baby screams – and when I do',
        'Playing on the floor',
        'The two of us adults',
        'Who helps you?',
        'Our next six months',
      ],
    },
    ar: {
      name: 'أيامنا الأولى معاً',
      summary:
        'ثمانية لقاءات صباحية لمن لديه رضيع أو طفل صغير. أحضر طفلك معك. نتحدث عن النوم والبكاء وعن حالك أنت أيضاً.',
      body: blocks(
        'قد تكون الأشهر الأولى رائعة ومتعبة في اليوم نفسه. هنا تلتقي بآخرين يسهرون الليل مثلك، وبمشرفَين سمعا الكثير من قبل. لا أحد مطالب بأن يكون مثالياً.',
        '## كيف تسير اللقاءات؟',
        'نجلس على السجادة والأطفال بيننا. يبدأ كل لقاء بالقهوة وبسؤال واحد: كيف كان أسبوعك؟ ثم نتحدث عن موضوع اليوم أو نشاهد فيلماً قصيراً أو نجرب شيئاً معاً. يمكنك أن تطعم طفلك أو تغيّر له أو تخرج وتعود متى شئت.',
        '## من يستطيع الحضور؟',
        'كل من ينتظر مولوداً أو لديه طفل عمره من 0 إلى 2 سنة: الأم والأب، زوج الأم أو زوجة الأب، الجد والجدة، والأسرة الحاضنة، وأي شخص بالغ قريب من الطفل. إذا أراد شخصان الحضور فليسجّل كل منهما نفسه.',
        '## ماذا نريد أن تأخذ معك إلى البيت؟',
        '- طرقاً لفهم ما يحاول طفلك أن يقوله.\n- أفكاراً أهدأ عن النوم والبكاء.\n- شخصاً تتصل به حين يصعب الأمر.',
        'هل تشعرين بالحزن بعد الولادة، أو تقلق على طفلك؟ لا تنتظر الدورة. اتصل بمركز رعاية الطفل (BVC) أو بالرقم 1177.',
      ),
      themes: [
        'أهلاً بكم، ولماذا نحن هنا',
        'فهم إشارات الرضيع',
        'النوم: هناك أكثر من طريقة',
        'حين يصرخ الطفل، وحين أصرخ أنا',
        'اللعب على الأرض',
        'نحن الاثنان الكبار',
        'من يساعدك؟',
        'نصف السنة القادم',
      ],
    },
  },
};
