import { blocks, type DemoProgramme } from './demo-programme.js';

/** C3: adults with a teenager, in the room or on line. */
export const closeToTeens: DemoProgramme = {
  slug: 'nara-tonaringen',
  ageFrom: 13,
  ageTo: 18,
  admission: 'direct',
  discreet: false,
  keepApart: false,
  texts: {
    sv: {
      name: 'Nära tonåringen',
      summary:
        'Prata så att de svarar. Nio kvällar om gränser med värme, kompisar, alkohol, nätet och oro. Kom hit eller var med hemifrån.',
      body: blocks(
        'Dörren är stängd och svaren är korta. Ändå är du viktigare för din tonåring än det verkar. Här får du andra vuxna att fundera högt med.',
        '## Så går det till',
        'Varje kväll har ett ämne. Ledarna visar en film eller berättar något från forskningen, och sedan pratar vi i smågrupper. Du får prova meningar som brukar öppna samtal i stället för att stänga dem. Du väljer själv om du kommer till lokalen eller är med på skärm, och du kan byta från gång till gång.',
        '## Vem kan komma?',
        'Du som är förälder, bonusförälder eller annan vuxen nära någon som är 13–18 år. Tonåringen är inte med.',
        '## Det här vill vi att du går hem med',
        '- Sätt att fråga som ger mer än ”ingenting”.\n- Gränser som du orkar hålla.\n- Tecken att ta på allvar, och var du söker hjälp.',
        'Är du rädd för vad din tonåring kan göra mot sig själv? Ring 1177, eller 112 om det är bråttom.',
      ),
      themes: [
        'Vad händer i tonåren?',
        'Prata så att de svarar',
        'Gränser med värme',
        'Kompisar och grupptryck',
        'Alkohol och nikotin',
        'Nätet, spel och pengar',
        'Relationer och samtycke',
        'När ska jag söka hjälp?',
        'Framåt',
      ],
    },
    en: {
      name: 'Close to your teenager',
      summary:
        'Talk so that they answer. Nine evenings about warm limits, friends, alcohol, life on line and worries. Come to us or join from home.',
      body: blocks(
        'The door is closed and the answers are short. Still, you matter more to your teenager than it seems. Here you can think aloud together with other adults.',
        '## What happens',
        'Every evening has a topic. The leaders show a film or tell you something from research, and then we talk in small groups. You can try sentences that open a talk instead of closing it. You choose whether to come to the room or join on screen, and you can change from time to time.',
        '## Who can come?',
        'You who are a parent, a step-parent or another adult close to somebody aged 13–18. The teenager does not take part.',
        '## What we want you to take home',
        '- Ways of asking that get more than “nothing”.\n- Limits that you have the strength to keep.\n- Signs to take seriously, and where to turn.',
        'Are you afraid of what your teenager may do to herself or himself? Call 1177, or 112 if it is urgent.',
      ),
      themes: [
        'What happens in the teens?',
        'Talk so that they answer',
        'Warm limits',
        'Friends and peer pressure',
        'Alcohol and nicotine',
        'Life on line, games and money',
        'Relationships and consent',
        'When should I ask for help?',
        'The way ahead',
      ],
    },
    ar: {
      name: 'أقرب إلى أبنائنا المراهقين',
      summary:
        'حديث يلقى جواباً. تسع أمسيات عن حدود بدفء، والأصدقاء، والكحول، والإنترنت، والقلق. تعال إلينا أو شارك من بيتك.',
      body: blocks(
        'الباب مغلق والأجوبة قصيرة. ومع ذلك أنت أهم عند ابنك أو ابنتك مما يبدو. هنا تفكر بصوت عالٍ مع بالغين آخرين.',
        '## كيف تسير اللقاءات؟',
        'لكل مساء موضوع. يعرض المشرفان فيلماً أو يحكيان شيئاً من الأبحاث، ثم نتحدث في مجموعات صغيرة. تجرب جملاً تفتح الحديث بدل أن تغلقه. تختار أن تأتي إلى القاعة أو تشارك عبر الشاشة، ويمكنك أن تبدّل من مرة إلى أخرى.',
        '## من يستطيع الحضور؟',
        'الأم والأب، زوج الأم أو زوجة الأب، وكل بالغ قريب من شخص عمره 13–18 سنة. المراهق نفسه لا يحضر.',
        '## ماذا نريد أن تأخذ معك إلى البيت؟',
        '- طرقاً في السؤال تعطي جواباً أكثر من «لا شيء».\n- حدوداً تقدر على الثبات عليها.\n- علامات يجب أخذها بجدية، وأين تطلب المساعدة.',
        'هل تخاف أن يؤذي ابنك أو ابنتك نفسه؟ اتصل بالرقم 1177، أو 112 إن كان الأمر عاجلاً.',
      ),
      themes: [
        'ماذا يحدث في سن المراهقة؟',
        'حديث يلقى جواباً',
        'حدود بدفء',
        'الأصدقاء وضغط المجموعة',
        'الكحول والنيكوتين',
        'الإنترنت والألعاب والمال',
        'العلاقات والرضا',
        'متى أطلب المساعدة؟',
        'إلى الأمام',
      ],
    },
  },
};
