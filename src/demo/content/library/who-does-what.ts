import type { DemoItem } from './demo-item.js';

/** For families and fathers' groups: mapping the week's work at home. */
export const whoDoesWhat: DemoItem = {
  slug: 'vem-gor-vad-hemma',
  topic: 'equality',
  type: 'exercise',
  audiences: ['parents', 'fathers'],
  texts: {
    sv: {
      title: 'Vem gör vad hemma?',
      summary: 'Kartlägg veckan på tio minuter och byt en sak var.',
      body: `
Någon måste komma ihåg gympapåsen. Någon måste veta att det är dags för nya vinterskor, svara i föräldragruppen och märka att mjölken är slut. Det syns inte, men det tar plats. Den här övningen gör det synligt. Den passar två vuxna i samma hem, två hem som delar på ett barn, eller en pappagrupp.

## Du behöver

Papper, två pennor och tio minuter på klocka. Ingen telefon.

## Steg 1: Skriv var för sig (fyra minuter)

Skriv allt du har gjort för hem och barn den senaste veckan. Ta med det som bara finns i huvudet:

- **Göra**: laga mat, tvätta, hämta, natta, skotta, trösta.
- **Minnas**: födelsedagar, tandläkare, matsedel, läxor, lösenord.
- **Märka**: att skorna är små, att någon är ledsen, att det är tyst för länge.
- **Ordna**: boka, ringa, jämföra, fråga, planera.

## Steg 2: Lägg bredvid varandra (tre minuter)

Läs högt för varandra utan att kommentera. Den som lyssnar säger bara ”tack, jag visste inte det” när det stämmer.

Titta sedan tillsammans:

- Vilket ord finns mest på vilken lista: göra, minnas, märka eller ordna?
- Vad måste göras varje dag, och vad går att välja när?
- Vem blir väckt på natten, och vem blir uppringd av förskolan?
- Vad tror barnen att vuxna gör? Fråga dem. De brukar veta.

## Steg 3: Byt en sak var (tre minuter)

Välj *en* sak som ni byter under två veckor. Den som tar över tar över allt: minnas, märka, ordna och göra. Den som lämnar ifrån sig låter bli att påminna, rätta och göra om. Det är den svåra delen.

Skriv upp dagen då ni ska prata om hur det gick.

## Varför det är värt besväret

När ansvaret är delat får barnen fler vuxna att gå till. De ser att omsorg inte hör till ett kön, och det tar de med sig till sina egna liv. Att dela handlar också om frihet: den som alltid minns allt kan aldrig riktigt vara ledig, och den som aldrig behöver minnas missar att bli den som barnet ropar på.

Rättvist behöver inte betyda exakt hälften av allt. Det betyder att båda har varit med och bestämt, och att båda har tid att vila.

## För en pappagrupp

Gör listan var för sig. Gå sedan två och två och prata om:

1. Vad lärde du dig hemma om vad pappor gör?
2. Vad skulle du vilja vara den som ditt barn kommer till med?
3. Vad är svårast att ta över, och vad gör det svårt?

Avsluta i ring: en sak du tar över den här veckan. Börja nästa träff med hur det gick.

## När det inte går att prata

Är du rädd för hur den andra reagerar om du tar upp det här? Gör inte övningen. Att inte våga säga vad man tycker hemma kan vara ett tecken på något annat. Läs i så fall [de här frågorna](/kunskapsbank/tio-fragor) eller se [vem du kan prata med](/stod).
`,
    },
    en: {
      title: 'Who does what at home?',
      summary: 'Map your week in ten minutes and swap one thing each.',
      body: `
Somebody has to remember the gym bag. Somebody has to know that it is time for new winter shoes, answer in the parents’ group and notice that the milk is finished. It cannot be seen, but it takes up room. This exercise makes it visible. It suits two adults in one home, two homes that share a child, or a fathers’ group.

## What you need

Paper, two pens and ten minutes on a clock. No phone.

## Step 1: Write on your own (four minutes)

Write everything you have done for home and children during the past week. Include what is only in your head:

- **Doing**: cooking, washing, picking up, putting to bed, clearing snow, comforting.
- **Remembering**: birthdays, dentist, menus, homework, passwords.
- **Noticing**: that shoes are too small, that somebody is sad, that it has been quiet for too long.
- **Arranging**: booking, calling, comparing, asking, planning.

## Step 2: Put the lists side by side (three minutes)

Read aloud to each other without comments. The one who listens says only “thank you, I did not know that” when it is true.

Then look together:

- Which word is most common on which list: doing, remembering, noticing or arranging?
- What has to be done every day, and what can be done when it suits?
- Who is woken at night, and whom does the preschool call?
- What do the children think that adults do? Ask them. They usually know.

## Step 3: Swap one thing each (three minutes)

Choose *one* thing each to swap for two weeks. Whoever takes over takes over all of it: remembering, noticing, arranging and doing. Whoever hands over does not remind, correct or do it again. That is the hard part.

Write down the day when you will talk about how it went.

## Why it is worth the trouble

When responsibility is shared, children have more adults to go to. They see that care does not belong to one sex, and they take that with them into their own lives. Sharing is also about freedom: the one who always remembers everything is never quite off duty, and the one who never has to remember misses being the one whom the child calls for.

Fair does not have to mean exactly half of everything. It means that both have had a say, and that both have time to rest.

## For a fathers’ group

Make the lists on your own. Then walk two and two and talk about:

1. What did you learn at home about what fathers do?
2. What would you like your child to come to you with?
3. What is hardest to take over, and what makes it hard?

End in a ring: one thing that you take over this week. Begin the next meeting with how it went.

## When you cannot talk about it

Are you afraid of how the other person would react if you brought this up? Do not do the exercise. Not daring to say what you think at home can be a sign of something else. In that case read [these questions](/kunskapsbank/tio-fragor) or see [whom you can talk to](/stod).
`,
    },
    ar: {
      title: 'من يفعل ماذا في البيت؟',
      summary: 'ارسموا خريطة أسبوعكم في عشر دقائق، وليبادل كل واحد منكم أمرًا واحدًا.',
      body: `
لا بد أن يتذكر أحدهم حقيبة الرياضة. ولا بد أن يعرف أحدهم أن وقت الحذاء الشتوي الجديد قد حان، وأن يرد في مجموعة الأهل، وأن ينتبه إلى أن الحليب قد نفد. هذا لا يُرى لكنه يأخذ مكانًا. هذا التمرين يجعله مرئيًا. وهو يناسب شخصين بالغين في بيت واحد، أو بيتين يتشاركان في طفل، أو مجموعة آباء.

## ما تحتاجون إليه

ورق وقلمان وعشر دقائق بالساعة. ومن دون هاتف.

## الخطوة 1: اكتبوا كلٌّ وحده (أربع دقائق)

اكتب كل ما فعلته للبيت والأطفال في الأسبوع الماضي، ومنه ما لا يوجد إلا في رأسك:

- **الفعل**: الطبخ، والغسيل، وإحضار الأطفال، وتنويمهم، وجرف الثلج، والمواساة.
- **التذكر**: أعياد الميلاد، وطبيب الأسنان، وقائمة الطعام، والواجبات، وكلمات السر.
- **الانتباه**: أن الحذاء صار صغيرًا، أو أن أحدًا حزين، أو أن الهدوء طال أكثر مما ينبغي.
- **الترتيب**: الحجز، والاتصال، والمقارنة، والسؤال، والتخطيط.

## الخطوة 2: ضعوا القائمتين جنبًا إلى جنب (ثلاث دقائق)

اقرؤوا بصوت عالٍ من دون تعليق. من يستمع يقول فقط «شكرًا، لم أكن أعرف ذلك» حين يكون هذا صحيحًا.

ثم انظروا معًا:

- أي كلمة تتكرر أكثر في كل قائمة: الفعل أم التذكر أم الانتباه أم الترتيب؟
- ما الذي يجب عمله كل يوم، وما الذي يمكن اختيار وقته؟
- من الذي يُوقَظ في الليل، ومن الذي تتصل به الروضة؟
- ماذا يظن الأطفال أن الكبار يفعلون؟ اسألوهم، فهم في العادة يعرفون.

## الخطوة 3: تبادلوا أمرًا واحدًا (ثلاث دقائق)

ليختر كل واحد *أمرًا واحدًا* تتبادلانه مدة أسبوعين. من يتسلم الأمر يتسلمه كله: التذكر والانتباه والترتيب والفعل. ومن يسلمه لا يذكّر ولا يصحح ولا يعيد العمل. وهذا هو الجزء الصعب.

اكتبوا اليوم الذي ستتحدثون فيه عن كيف سار الأمر.

## لماذا يستحق هذا العناء

حين تكون المسؤولية مشتركة يكون للأطفال عدد أكبر من الكبار يلجؤون إليهم. يرون أن الرعاية لا تخص جنسًا دون آخر، ويأخذون ذلك معهم إلى حياتهم. والمشاركة حرية أيضًا: من يتذكر كل شيء دائمًا لا يرتاح أبدًا، ومن لا يحتاج إلى أن يتذكر يفوته أن يكون هو من يناديه الطفل.

العدل لا يعني بالضرورة النصف تمامًا من كل شيء. العدل أن يكون للطرفين رأي، وأن يكون لكليهما وقت للراحة.

## لمجموعة آباء

اكتب القائمة وحدك. ثم امشوا اثنين اثنين وتحدثوا عن:

1. ماذا تعلمت في بيت أهلك عما يفعله الآباء؟
2. بأي شيء تود أن يأتي إليك طفلك؟
3. ما أصعب أمر تتسلمه، وما الذي يجعله صعبًا؟

اختموا في حلقة: أمر واحد تتسلمه هذا الأسبوع. وابدؤوا اللقاء القادم بكيف سار الأمر.

## حين لا يمكن الحديث

هل تخاف من رد فعل الطرف الآخر إذا طرحت هذا الموضوع؟ لا تقم بالتمرين. عدم الجرأة على قول ما تفكر فيه في بيتك قد يكون علامة على شيء آخر. اقرأ في هذه الحالة [هذه الأسئلة](/kunskapsbank/tio-fragor) أو انظر [مع من يمكنك أن تتحدث](/stod).
`,
    },
  },
};
