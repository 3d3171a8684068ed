import type { DemoItem } from './demo-item.js';

/** For parents of teenagers: agreeing before the first party. */
export const firstParty: DemoItem = {
  slug: 'forsta-festen',
  topic: 'alcohol',
  type: 'conversation',
  audiences: ['teenParents', 'parents'],
  texts: {
    sv: {
      title: 'Första festen: så pratar ni före',
      summary: 'Bestäm ihop om skjuts, tider och vad man svarar på erbjudanden.',
      body: `
”Alla ska dit.” En dag kommer frågan om festen. Det bästa samtalet är det ni har innan, när ingen har bråttom till bussen. Här är ett sätt att lägga upp det. Räkna med en halvtimme.

## Börja med att lyssna

Fråga som om du vill veta, inte som om du letar fel.

- Vad ser du mest fram emot?
- Vilka kommer? Är någon vuxen hemma?
- Vad tror du kommer att finnas där?
- Vad skulle kunna bli jobbigt?

Säg sedan vad du tycker, kort och utan hot: ”Jag vill inte att du dricker alkohol. Du är för ung, och jag vill att du ska ha kul och komma hem hel.” Tydliga föräldrar är inte motsatsen till snälla föräldrar. Tonåringar behöver veta var gränsen går, också när de suckar åt den.

## Bestäm fyra saker ihop

1. **Tid.** När ska du vara hemma? Vad gör du om du blir sen?
2. **Skjuts.** Hur kommer du dit och hem? Åk aldrig med någon som har druckit. Ring mig, så hämtar jag eller ordnar skjuts. Inga frågor i bilen; vi pratar i morgon.
3. **Telefon.** Den är laddad och på. Kom överens om ett ord eller en emoji som betyder ”ring mig och säg att jag måste hem”.
4. **Kompisar.** Vem håller du ihop med? Ingen lämnas ensam, och ingen som mår dåligt lämnas att sova av sig.

Skriv upp det. Den som fått vara med och bestämma håller det lättare.

## Öva på svar

Det är svårt att hitta på något när alla tittar. Öva högt, gärna med lite humor:

- ”Nej tack, jag är bra.”
- ”Jag ska upp tidigt, vi har match.”
- ”Mamma luktar på mig när jag kommer hem, det är inte värt det.”
- Ta något eget att dricka och håll i det hela kvällen.

Man får skylla på sina föräldrar. Säg att det är en av sakerna du är till för.

## Om något händer ändå

Kom överens om att hjälp går före allt annat. Är någon så full att hen inte går att väcka, ring [112](tel:112), lägg personen på sidan och stanna kvar. Den som ringer har gjort rätt, även om det betyder att vuxna får veta.

Kommer din tonåring hem och har druckit: se till att hen får i sig vatten, håll koll under natten och vänta med samtalet. Fråga nästa dag vad som hände och vad som ska bli annorlunda. Håll det du har sagt, men gör det lugnt.

## Prata med de andra föräldrarna

Det är lättare att säga nej hemma när fler gör det. Ring en förälder till och fråga: ”Hur tänker ni om festen?” Bjud inte på alkohol och köp inte ut. Var gärna vuxen på plats, i köket, med mackor.
`,
    },
    en: {
      title: 'The first party: how to talk before it',
      summary: 'Agree on lifts, times and what to answer when something is offered.',
      body: `
“Everybody is going.” One day the question of the party comes. The best talk is the one you have beforehand, when nobody is in a hurry for the bus. Here is one way to do it. Set aside half an hour.

## Begin by listening

Ask as if you want to know, not as if you are looking for faults.

- What are you looking forward to most?
- Who is coming? Will there be an adult at home?
- What do you think there will be?
- What could become difficult?

Then say what you think, briefly and without threats: “I do not want you to drink alcohol. You are too young, and I want you to have fun and come home in one piece.” Clear parents are not the opposite of kind parents. Teenagers need to know where the line is, also when they sigh at it.

## Decide four things together

1. **Time.** When will you be home? What do you do if you are late?
2. **Lift.** How do you get there and back? Never go with somebody who has been drinking. Call me, and I will fetch you or find you a lift. No questions in the car; we talk tomorrow.
3. **Phone.** It is charged and switched on. Agree on a word or an emoji that means “call me and say that I have to come home”.
4. **Friends.** Whom do you stay with? Nobody is left alone, and nobody who feels ill is left to sleep it off.

Write it down. It is easier to keep to what you have helped to decide.

## Practise answers

It is hard to think of something when everybody is watching. Practise out loud, and laugh a little:

- “No thanks, I’m fine.”
- “I have to get up early, we have a match.”
- “Mum smells my breath when I get home, it isn’t worth it.”
- Bring a drink of your own and hold on to it all evening.

You may blame your parents. Say that it is one of the things you are there for.

## If something happens anyway

Agree that help comes before everything else. If somebody is so drunk that they cannot be woken, call [112](tel:112), lay the person on their side and stay. Whoever calls has done right, even if it means that adults find out.

If your teenager comes home and has been drinking: give them water, keep an eye on them during the night and wait with the talk. Ask the next day what happened and what is going to be different. Keep to what you have said, but do it calmly.

## Talk to the other parents

It is easier to say no at home when more people do. Call another parent and ask: “What do you think about the party?” Do not offer alcohol and do not buy it for young people. Be an adult on the spot, in the kitchen, with sandwiches.
`,
    },
    ar: {
      title: 'الحفلة الأولى: كيف تتحدثون قبلها',
      summary: 'اتفقوا معًا على التوصيل والمواعيد وعلى ما يُقال عندما يُعرض شيء.',
      body: `
«الجميع سيذهب.» سيأتي يوم يُطرح فيه موضوع الحفلة. أفضل حديث هو الذي يكون قبلها، حين لا يكون أحد مستعجلًا. إليك طريقة لذلك. خصص له نصف ساعة.

## ابدأ بالاستماع

اسأل لأنك تريد أن تعرف، لا لأنك تبحث عن خطأ.

- ما أكثر شيء تنتظره بفرح؟
- من سيأتي؟ هل سيكون في البيت شخص بالغ؟
- ماذا تظن أنه سيكون هناك؟
- ما الذي قد يكون صعبًا؟

ثم قل رأيك باختصار ومن دون تهديد: «لا أريد أن تشرب الكحول. أنت ما زلت صغير السن، وأريد أن تستمتع وأن تعود إلى البيت سالمًا.» الوضوح ليس عكس اللطف. يحتاج المراهقون إلى معرفة الحدود، حتى عندما يتذمرون منها.

## قرروا معًا أربعة أمور

1. **الوقت.** متى تعود إلى البيت؟ وماذا تفعل إذا تأخرت؟
2. **التوصيل.** كيف تذهب وكيف تعود؟ لا تركب أبدًا مع شخص شرب الكحول. اتصل بي وسآتي لأخذك أو أجد من يوصلك. لا أسئلة في السيارة؛ نتحدث غدًا.
3. **الهاتف.** يكون مشحونًا ومفتوحًا. اتفقا على كلمة أو رمز معناه «اتصل بي وقل إنني يجب أن أعود».
4. **الأصدقاء.** مع من تبقى؟ لا يُترك أحد وحده، ولا يُترك من يشعر بسوء لينام فقط.

اكتبوا ذلك. من يشارك في القرار يسهل عليه الالتزام به.

## تدربوا على الإجابات

من الصعب أن تجد جوابًا والجميع ينظر إليك. تدربوا بصوت عالٍ وبشيء من المرح:

- «لا شكرًا، أنا بخير هكذا.»
- «عليّ أن أستيقظ مبكرًا، لدينا مباراة.»
- «أمي تشم رائحتي عندما أعود، لا يستحق الأمر.»
- خذ معك مشروبًا خاصًا بك وابقَ ممسكًا به طوال المساء.

يجوز أن تلقي اللوم على والديك. قل لابنك أو ابنتك إن هذا من الأمور التي أنت موجود من أجلها.

## إذا حدث شيء مع ذلك

اتفقوا على أن المساعدة قبل كل شيء. إذا كان أحدهم ثملًا إلى درجة أنه لا يستيقظ فاتصل على [112](tel:112)، وضعه على جنبه، وابقَ معه. من يتصل فقد فعل الصواب، حتى لو عنى ذلك أن يعرف الكبار.

وإذا عاد ابنك أو ابنتك وقد شرب الكحول: قدم له الماء، وراقبه خلال الليل، وأجّل الحديث. اسأل في اليوم التالي عما حدث وعما سيكون مختلفًا. التزم بما قلته، ولكن بهدوء.

## تحدث مع الآباء والأمهات الآخرين

يسهل قول لا في البيت حين يقولها آخرون أيضًا. اتصل بأحد الوالدين واسأل: «ما رأيكم في الحفلة؟» لا تقدم الكحول ولا تشتره للصغار. كن حاضرًا هناك، في المطبخ، مع بعض الشطائر.
`,
    },
  },
};
