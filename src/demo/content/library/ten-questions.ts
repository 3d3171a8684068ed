import type { DemoItem } from './demo-item.js';

/** For adults who wonder whether what happens to them is violence. */
export const tenQuestions: DemoItem = {
  slug: 'tio-fragor',
  topic: 'violence',
  type: 'factSheet',
  audiences: ['adults'],
  sensitive: true,
  demoReviewed: ['en', 'ar'],
  texts: {
    sv: {
      title: 'Är det här våld?',
      tabTitle: 'Tio frågor att läsa i lugn och ro',
      summary:
        'Kontroll och hot är också våld. Att någon styr dina pengar kan vara det. Läs i lugn och ro. Du bestämmer själv vad du gör sedan.',
      body: `
## Det behöver inte göra ont på kroppen

Våld är inte bara slag. Att någon läser dina meddelanden, bestämmer vem du får träffa eller styr över alla pengar kan vara våld. Det gäller även om det bara händer ibland, och även om personen är snäll däremellan. Det gäller vem som än gör det: en partner, en tidigare partner, en förälder, ett syskon eller ett vuxet barn.

## Tio frågor

Läs i din egen takt. Du behöver inte skriva ner något.

1. Är du ofta på din vakt för att den andra inte ska bli arg?
2. Vill den andra veta var du är, vem du är med och vad du har i telefonen?
3. Har du slutat träffa vänner eller släkt för att det blir bråk?
4. Får du höra att du är dum, ful, sjuk eller en dålig förälder?
5. Styr den andra dina pengar, ditt bankkort eller ditt arbete?
6. Har den andra slagit sönder saker, slagit i väggen eller skrämt ett djur?
7. Har den andra hotat att skada dig, sig själv, barnen eller någon du tycker om?
8. Har den andra knuffat dig, hållit fast dig, dragit dig i håret eller slagit dig?
9. Har du gått med på sex eller bilder fast du inte ville?
10. Är du rädd för vad som händer om du säger nej eller vill gå?

Det finns ingen gräns för hur många ja som räcker. Ett enda ja kan vara skäl nog att prata med någon.

## Det är inte ditt fel

Många tänker att de borde ha sagt ifrån, gått tidigare eller inte gjort den andra arg. Ansvaret för våld ligger alltid hos den som använder det. Du kan tycka om någon och ändå inte vilja ha det så här.

## Vad du kan göra

- **Berätta för en person du litar på.** Säg vad du behöver: att hen lyssnar, eller att du får sova över.
- **Prata med någon som kan det här.** Numren längst ner är för dig, också om du bara undrar. Du behöver inte ha bestämt något.
- **Tänk ut vart du kan gå** om det blir farligt, och vad du i så fall vill ha med dig: nycklar, id-handling, medicin, något som barnen tycker om.
- **Var rädd om dina spår.** Använd gärna en telefon eller dator som ingen annan kommer åt. Läs [Så lämnar du färre spår](/om/farre-spar).

Att lämna någon som använder våld kan vara en farlig tid. Gör det inte ensam om du kan undvika det. Socialtjänsten kan hjälpa till att planera, och till en skyddad plats att bo på om det behövs.

## Om det är fara nu

Ring [112](tel:112). Säg först var du är.
`,
    },
    en: {
      title: 'Is this violence?',
      tabTitle: 'Ten questions to read in peace',
      summary:
        'Control and threats are violence too. Somebody deciding over your money can be. Read in peace. What you do afterwards is up to you.',
      body: `
## It does not have to hurt your body

Violence is not only blows. When somebody reads your messages, decides whom you may meet or controls all the money, that can be violence. It counts even if it happens only now and then, and even if the person is kind in between. It counts whoever does it: a partner, a former partner, a parent, a brother or sister, a grown-up child.

## Ten questions

Read at your own pace. You do not have to write anything down.

1. Are you often on your guard so that the other person will not get angry?
2. Does the other person want to know where you are, whom you are with and what is on your phone?
3. Have you stopped seeing friends or family because it leads to a row?
4. Are you told that you are stupid, ugly, ill or a bad parent?
5. Does the other person control your money, your bank card or your work?
6. Has the other person broken things, hit the wall or frightened an animal?
7. Has the other person threatened to hurt you, themselves, the children or somebody you love?
8. Has the other person pushed you, held you down, pulled your hair or hit you?
9. Have you agreed to sex or pictures although you did not want to?
10. Are you afraid of what will happen if you say no or want to leave?

There is no number of yeses that is enough. A single yes can be reason enough to talk to somebody.

## It is not your fault

Many people think that they should have spoken up, left earlier or not made the other person angry. The responsibility for violence always lies with the one who uses it. You can love somebody and still not want things to be like this.

## What you can do

- **Tell one person you trust.** Say what you need: that they listen, or that you may sleep at their place.
- **Talk to somebody who knows about this.** The numbers at the end are for you, also if you only wonder. You need not have decided anything.
- **Think of where you can go** if it becomes dangerous, and what you would want to have with you: keys, identity card, medicine, something the children love.
- **Be careful about what you leave behind.** If you can, use a phone or computer that nobody else can get at. Read [how to leave fewer traces](/om/farre-spar).

Leaving somebody who uses violence can be a dangerous time. Avoid doing it alone if you can. Social services can help you to plan, and to find a protected place to live if you need one.

## If you are in danger now

Call [112](tel:112). First say where you are.
`,
    },
    ar: {
      title: 'هل هذا عنف؟',
      tabTitle: 'عشرة أسئلة تُقرأ بهدوء',
      summary:
        'التحكم والتهديد عنف أيضًا. وقد يكون من العنف أن يتحكم شخص في أموالك. اقرأ بهدوء، والقرار لك فيما تفعله بعد ذلك.',
      body: `
## ليس من الضروري أن يؤلم الجسد

العنف ليس الضرب فقط. حين يقرأ أحدهم رسائلك، أو يقرر من يُسمح لك بلقائه، أو يتحكم في المال كله، فقد يكون ذلك عنفًا. وهذا صحيح حتى لو حدث أحيانًا فقط، وحتى لو كان الشخص لطيفًا بين مرة وأخرى. وهو كذلك أيًا كان الفاعل: شريك حياة، أو شريك سابق، أو أحد الوالدين، أو أخ أو أخت، أو ابن بالغ.

## عشرة أسئلة

اقرأ على مهلك. لا حاجة إلى أن تكتب شيئًا.

1. هل تكون حذرًا في أغلب الأوقات كي لا يغضب الطرف الآخر؟
2. هل يريد الطرف الآخر أن يعرف أين أنت، ومع من، وماذا في هاتفك؟
3. هل توقفت عن لقاء الأصدقاء أو الأقارب لأن ذلك يؤدي إلى شجار؟
4. هل يقال لك إنك غبي أو قبيح أو مريض أو إنك لا تصلح لتربية الأطفال؟
5. هل يتحكم الطرف الآخر في مالك أو بطاقتك المصرفية أو عملك؟
6. هل كسر الطرف الآخر أشياء، أو ضرب الجدار، أو أخاف حيوانًا؟
7. هل هدد الطرف الآخر بإيذائك أو إيذاء نفسه أو الأطفال أو شخص تحبه؟
8. هل دفعك الطرف الآخر، أو أمسك بك بالقوة، أو شد شعرك، أو ضربك؟
9. هل قبلت بعلاقة جنسية أو بصور وأنت لا تريد ذلك؟
10. هل تخاف مما سيحدث إذا قلت لا أو أردت الرحيل؟

لا يوجد عدد معيّن من الإجابات بنعم. إجابة واحدة بنعم قد تكون سببًا كافيًا لأن تتحدث مع أحد.

## ليس الذنب ذنبك

كثيرون يظنون أنه كان عليهم أن يعترضوا، أو أن يرحلوا من قبل، أو ألا يُغضبوا الطرف الآخر. المسؤولية عن العنف تقع دائمًا على من يستخدمه. يمكنك أن تحب شخصًا ولا تريد مع ذلك أن يبقى الحال هكذا.

## ما الذي يمكنك فعله

- **أخبر شخصًا واحدًا تثق به.** قل ما تحتاج إليه: أن يسمعك، أو أن تنام عنده.
- **تحدث مع من لديه خبرة في هذا.** الأرقام في آخر الصفحة لك أنت، حتى لو كنت تتساءل فقط. لا يلزم أن تكون قد قررت شيئًا.
- **فكر في مكان تذهب إليه** إذا صار الوضع خطيرًا، وفيما تريد أن تأخذه معك: المفاتيح، وإثبات الهوية، والدواء، وشيء يحبه الأطفال.
- **انتبه إلى الآثار التي تتركها.** استخدم إن أمكن هاتفًا أو حاسوبًا لا يصل إليه أحد غيرك. اقرأ [كيف تترك أثراً أقل](/om/farre-spar).

قد يكون الوقت الذي تترك فيه شخصًا يستخدم العنف وقتًا خطيرًا. لا تفعل ذلك وحدك إن استطعت. يمكن للخدمات الاجتماعية أن تساعدك في التخطيط، وفي الحصول على سكن محمي عند الحاجة.

## إذا كنت في خطر الآن

اتصل على [112](tel:112). قل أولًا أين أنت.
`,
    },
  },
};
