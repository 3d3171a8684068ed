import type { DemoItem } from './demo-item.js';

/** For parents who worry that their child uses drugs. */
export const talkingAboutDrugs: DemoItem = {
  slug: 'lugnt-samtal-om-droger',
  topic: 'drugs',
  type: 'factSheet',
  audiences: ['teenParents', 'parents'],
  texts: {
    sv: {
      title: 'Cannabis, tramadol och tystnad',
      summary: 'Tecken som kan betyda något annat, och hur ett lugnt samtal börjar.',
      body: `
Något känns annorlunda. Kanske luktar kläderna, kanske är det en tystnad som inte fanns förut. Du vet inte, och att inte veta är svårt. Det här bladet hjälper dig att titta med lugna ögon och att börja prata.

## Vad är det?

**Cannabis** är hasch, marijuana och oljor, ibland i en vejp eller i godis. **Tramadol** är ett starkt smärtstillande läkemedel som säljs olagligt som tabletter. Tramadol kan ge beroende och är farligt tillsammans med alkohol eller andra läkemedel. Den som köper på nätet eller av en bekant vet aldrig säkert vad det är.

## Tecken, och vad de också kan betyda

- **Trött och svår att väcka** – eller växtvärk, skärm på natten, nedstämdhet.
- **Nya kompisar och nya tider** – eller en förälskelse, ett nytt intresse.
- **Pengar eller saker försvinner** – eller skulder, spel, hot från någon.
- **Röda ögon, stora eller små pupiller** – eller allergi, gråt, sömnbrist.
- **Arg eller tyst** – eller tonår, sorg, mobbning.

Ett tecken är aldrig ett bevis. Många tecken samtidigt är ett skäl att fråga.

## Börja samtalet

Vänta tills du är lugn. Välj en stund då ni är ensamma och ingen ska iväg. Sitt gärna bredvid varandra, i bilen eller på en promenad.

1. **Säg vad du ser.** ”Jag har märkt att du sover mycket och att du har slutat träna.”
2. **Säg vad du känner.** ”Jag blir orolig.”
3. **Fråga öppet.** ”Hur har du det?” Vänta. Räkna tyst till tjugo.
4. **Fråga rakt.** ”Har du provat cannabis eller tabletter?”
5. **Tacka för svaret**, vad det än är. ”Tack för att du säger det. Vi löser det här ihop.”

Undvik förhör, genomsökning av rummet bakom ryggen och hot du inte tänker hålla. Att skrika gör tystnaden längre. Tappar du humöret kan du be om ursäkt och försöka igen i morgon.

## Säg vad som gäller

Du kan vara både varm och tydlig: ”Jag tycker om dig. Jag accepterar inte droger. Jag ger mig inte.” Bestäm något litet och möjligt: hemma på kvällarna den här veckan, ett nytt samtal på söndag, ett besök hos någon som kan mer.

## Ta hjälp tidigt

Du behöver inte vara säker för att ringa. Prata med elevhälsan, ungdomsmottagningen eller socialtjänsten. Socialtjänsten kan ge råd utan att du säger vem det gäller. Många föräldrar skäms och väntar; det gör det ofta tyngre.

Berätta också för en vän. Du orkar längre om du inte är ensam.

## När det är bråttom

Är ditt barn svårt att väcka, andas konstigt, har kramper eller är mycket förvirrat: ring [112](tel:112) och stanna kvar. Säg vad barnet kan ha tagit. Det viktigaste är att få rätt vård. Är du osäker på om det är akut, ring [1177](tel:1177).
`,
    },
  },
};
