import type { DemoItem } from './demo-item.js';

/** For parents: how children may react to violence at home, and how to talk with them. */
export const childrenNotice: DemoItem = {
  slug: 'barn-marker-mer',
  topic: 'violence',
  type: 'conversation',
  audiences: ['parents'],
  sensitive: true,
  demoReviewed: ['en', 'ar'],
  texts: {
    sv: {
      title: 'Barn märker mer än vi tror',
      summary:
        'Hur barn kan reagera när det är bråk, hot eller våld hemma, och hur du visar att det inte är deras fel.',
      body: `
Många föräldrar hoppas att barnen sov, lekte eller inte förstod. Barn märker oftast ändå. De hör genom väggar, ser på ansikten och känner när luften är spänd. Du kan göra mycket för dem, även om du inte kan förändra allt på en gång.

## Så kan det märkas

Barn reagerar olika, och ingen av reaktionerna är fel.

- **De minsta** kan gråta mer, sova sämre eller vilja vara nära hela tiden.
- **Förskolebarn** kan gå tillbaka till blöja eller napp, leka samma bråk om och om igen eller bli rädda för höga ljud.
- **Skolbarn** kan få ont i magen, svårt att lyssna i skolan eller bli den som håller koll på alla andra.
- **Tonåringar** kan stanna borta, bli arga eller ta ett för stort ansvar för syskon.

Ett barn som verkar lugnt kan vara det barn som anstränger sig mest för att inte vara till besvär.

## Fyra saker barn behöver höra

1. **”Det är inte ditt fel.”** Barn tror ofta att bråket handlar om dem. Säg det många gånger.
2. **”Det är inte ditt ansvar att stoppa det.”** Barnet ska inte gå emellan.
3. **”Det är sant det du såg.”** Låtsas inte att det inte hände. Då blir barnet ensamt med det.
4. **”Du får känna precis som du gör.”** Det går att vara rädd för en förälder och ändå tycka om den.

## Så kan du börja prata

Välj en lugn stund när ni gör något annat, till exempel går en promenad eller ritar. Börja med det barnet vet: ”I går kväll skrek vi högt. Jag tänker att du hörde det. Hur var det för dig?”

Lyssna mer än du pratar. Vänta ut tystnaden. Säger barnet ”vet inte” räcker det att svara: ”Det är okej. Du kan fråga mig när du vill.” Lova bara sådant du kan hålla. Säg hellre ”jag ska be om hjälp” än ”det händer aldrig mer”.

Tala inte illa om den andra föräldern. Prata om det som hände, inte om vem som är dum: ”Ingen får slå.”

## En plan för barnet

- Vart kan barnet gå i hemmet när det blir bråk?
- Vilken vuxen kan barnet ringa eller gå till?
- Kan barnet ringa [112](tel:112) och säga sin adress?

Öva lugnt, ungefär som man övar på brandlarm.

## När du behöver stöd

Du behöver inte klara det här ensam. Ring någon av linjerna längst ner, eller socialtjänsten, och berätta hur ni har det. Barn under 18 år kan själva prata med Bris. Berätta för ditt barn att det går bra och att det inte är att skvallra.

Är ni i fara nu, ring [112](tel:112).
`,
    },
    en: {
      title: 'Children notice more than we think',
      summary:
        'How children may react to rows, threats or violence at home, and how you can show them that it is not their fault.',
      body: `
Many parents hope that the children were asleep, were playing or did not understand. Most of the time children notice anyway. They hear through walls, read faces and feel when the air is tense. You can do a lot for them, even if you cannot change everything at once.

## What you may see

Children react in different ways, and none of them is wrong.

- **The youngest** may cry more, sleep badly or want to be close all the time.
- **Children at preschool** may go back to nappies or a dummy, play the same row over and over or become afraid of loud sounds.
- **School children** may have stomach aches, find it hard to listen at school or become the one who keeps an eye on everybody else.
- **Teenagers** may stay away, become angry or take too much responsibility for brothers and sisters.

A child who seems calm may be the child who tries hardest not to be any trouble.

## Four things children need to hear

1. **“It is not your fault.”** Children often believe that the row is about them. Say it many times.
2. **“It is not your job to stop it.”** A child should not step in between.
3. **“What you saw is true.”** Do not pretend that it did not happen. That leaves the child alone with it.
4. **“You may feel exactly what you feel.”** You can be afraid of a parent and still love them.

## How to begin

Choose a calm moment when you are doing something else, such as going for a walk or drawing. Begin with what the child knows: “We shouted last night. I think you heard it. What was it like for you?”

Listen more than you talk. Wait through the silence. If the child says “I don’t know”, it is enough to answer: “That is fine. You can ask me whenever you want.” Promise only what you can keep. Rather say “I will ask for help” than “it will never happen again”.

Do not speak badly of the other parent. Talk about what happened, not about who is bad: “Nobody may hit.”

## A plan for the child

- Where at home can the child go when there is a row?
- Which adult can the child call or go to?
- Can the child call [112](tel:112) and say the address?

Practise calmly, much as you practise a fire alarm.

## When you need support

You do not have to manage this alone. Call one of the lines below, or social services, and tell them how things are. Children under 18 can talk to Bris themselves. Tell your child that it is all right and that it is not telling tales.

If you are in danger now, call [112](tel:112).
`,
    },
    ar: {
      title: 'الأطفال يلاحظون أكثر مما نظن',
      summary:
        'كيف قد يتفاعل الأطفال مع الشجار أو التهديد أو العنف في البيت، وكيف تبيّن لهم أن الذنب ليس ذنبهم.',
      body: `
يأمل كثير من الآباء والأمهات أن الأطفال كانوا نائمين أو يلعبون أو أنهم لم يفهموا. لكن الأطفال يلاحظون في أغلب الأحيان. يسمعون من وراء الجدران، ويقرؤون الوجوه، ويشعرون حين يكون الجو متوترًا. يمكنك أن تفعل الكثير من أجلهم حتى لو لم تستطع تغيير كل شيء دفعة واحدة.

## ما قد تلاحظه

يتفاعل الأطفال بطرق مختلفة، وليس في أي منها خطأ.

- **الصغار جدًا** قد يبكون أكثر، أو ينامون نومًا سيئًا، أو يريدون القرب منك طوال الوقت.
- **أطفال الروضة** قد يعودون إلى الحفاض أو المصاصة، أو يعيدون الشجار نفسه في اللعب، أو يخافون من الأصوات العالية.
- **أطفال المدرسة** قد يشعرون بألم في البطن، أو يصعب عليهم الإصغاء في المدرسة، أو يراقبون الجميع كي لا يحدث شيء.
- **المراهقون** قد يبتعدون عن البيت، أو يغضبون، أو يتحملون مسؤولية كبيرة عن إخوتهم.

وقد يكون الطفل الذي يبدو هادئًا هو أكثر من يجتهد كي لا يزعج أحدًا.

## أربعة أشياء يحتاج الأطفال إلى سماعها

1. **«ليس الذنب ذنبك.»** كثيرًا ما يظن الأطفال أن الشجار بسببهم. قلها مرات كثيرة.
2. **«ليست مهمتك أن توقف ذلك.»** ينبغي ألا يقف الطفل بين المتشاجرين.
3. **«ما رأيته صحيح.»** لا تتظاهر بأن شيئًا لم يحدث، فيبقى الطفل وحده مع ما رآه.
4. **«من حقك أن تشعر بما تشعر به.»** يمكن للمرء أن يخاف من أحد والديه وأن يحبه أيضًا.

## كيف تبدأ الحديث

اختر وقتًا هادئًا وأنتم تفعلون شيئًا آخر، كأن تتمشوا أو ترسموا. ابدأ بما يعرفه الطفل: «مساء أمس صرخنا بصوت عالٍ. أظن أنك سمعت ذلك. كيف كان الأمر بالنسبة لك؟»

استمع أكثر مما تتكلم، واصبر على الصمت. إذا قال الطفل «لا أعرف» فيكفي أن تقول: «لا بأس. يمكنك أن تسألني متى شئت.» لا تعد إلا بما تستطيع الوفاء به. قل «سأطلب المساعدة» بدلًا من «لن يتكرر هذا أبدًا».

لا تتكلم بسوء عن الوالد الآخر. تحدث عما حدث لا عمن هو السيئ: «لا يجوز لأحد أن يضرب.»

## خطة للطفل

- إلى أين في البيت يمكن للطفل أن يذهب عندما يبدأ الشجار؟
- من هو البالغ الذي يمكن للطفل أن يتصل به أو يذهب إليه؟
- هل يستطيع الطفل أن يتصل على [112](tel:112) ويقول العنوان؟

تدربوا على ذلك بهدوء، كما نتدرب على إنذار الحريق.

## عندما تحتاج إلى دعم

لا يلزم أن تتحمل هذا وحدك. اتصل بأحد الخطوط في آخر الصفحة أو بالخدمات الاجتماعية واحكِ عن وضعكم. يمكن للأطفال دون 18 سنة أن يتحدثوا بأنفسهم مع Bris. قل لطفلك إن هذا مسموح وإنه ليس وشاية.

إذا كنتم في خطر الآن فاتصل على [112](tel:112).
`,
    },
  },
};
