import type { DemoItem } from './demo-item.js';

/** For all adults: not buying alcohol for young people. */
export const noToBuyingForOthers: DemoItem = {
  slug: 'nej-till-att-kopa-ut',
  topic: 'alcohol',
  type: 'film',
  audiences: ['adults', 'teenParents'],
  texts: {
    sv: {
      title: 'Nej tack till att köpa ut',
      summary: 'Varför det ”snälla” glaset ökar risken, och hur ni säger det i klassen.',
      body: `
*Filmen finns än så länge bara som text. Läs den som en berättelse i tre scener. Den passar också att läsa högt på ett föräldramöte.*

## Scen 1: I hallen

Fredag kväll. Alva, 16, knyter skorna. Hennes storebror Elis är på besök.

– Kan inte du fixa lite cider? Alla andra har. Då vet ni ju i alla fall vad jag dricker.

Elis tvekar. Det låter nästan klokt. Hellre det än något okänt från någon okänd, tänker han.

I köket står pappa. Han har hört.

– Jag förstår varför du frågar, säger han. Men svaret är nej. Inte för att straffa dig, utan för att jag tycker om dig.

## Scen 2: Det snälla glaset

Pappa och Elis diskar.

– Men om hon ändå dricker? säger Elis.

– Då har jag i alla fall inte sagt att det är okej. När vi bjuder flyttar vi gränsen. Det ena glaset blir inte *i stället för* det andra. Det kommer till.

Han torkar en tallrik.

– Och så är det en sak till. Hon är inte ensam. Flaskan delas med någon vars föräldrar har sagt nej. Vi bestämmer inte bara för Alva.

Att köpa ut alkohol till den som är under åldersgränsen är ett brott. Det gäller också den som menar väl, och också en storebror.

## Scen 3: På föräldramötet

Tjugo stolar i en ring. Alvas pappa räcker upp handen, och rösten är lite ostadig.

– Jag undrar om vi kan säga samma sak hemma. Att ingen av oss bjuder eller köper ut. Det är så svårt att vara den enda.

Det blir tyst. Sedan nickar någon.

– Vi kan skriva en lista, säger en mamma. Den som vill skriver sitt nummer. Så kan vi ringa varandra när det är fest.

## Att prata om efteråt

- Vilka skäl hör du för att bjuda eller köpa ut? Vad skulle du svara?
- Vem i din närhet kan bli tillfrågad: storasyskon, kusin, arbetskamrat? Har ni pratat om det?
- Vad skulle göra det lättare för dig att säga nej?

## Så kan ni göra i klassen

1. Ta upp frågan på ett föräldramöte före sommaren eller skolavslutningen.
2. Föreslå tre meningar som alla kan säga: ”Vi bjuder inte. Vi köper inte ut. Vi ringer varandra.”
3. Gör en frivillig ringlista.
4. Ordna något roligt som inte handlar om alkohol, och var flera vuxna som hjälps åt.

Blir du själv tillfrågad utanför butiken räcker det med ett vänligt ”nej, det gör jag inte”. Ser du någon sälja eller köpa ut till unga kan du tipsa polisen på [114 14](tel:11414).
`,
    },
  },
};
