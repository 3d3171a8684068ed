import type { DemoItem } from './demo-item.js';

/** For adults who frighten or hurt somebody close and want to stop. */
export const whenAngerTakesOver: DemoItem = {
  slug: 'lugn-i-stunden',
  topic: 'violence',
  type: 'article',
  audiences: ['usingViolence', 'parents'],
  sensitive: true,
  texts: {
    sv: {
      title: 'Jag blir så arg att det skrämmer mig',
      tabTitle: 'Lugn i stunden',
      summary: 'Tidiga tecken, pausknep och var du kan ringa utan att säga vad du heter.',
      body: `
Att du läser det här är ett steg. Många som skrämmer, kontrollerar eller slår någon de tycker om skäms efteråt och lovar att det aldrig ska hända igen. Löftet räcker sällan på egen hand. Men det går att lära sig att göra på ett annat sätt, och det finns hjälp.

## Ilska är inte våld

Alla blir arga. Ilska är en känsla, och den får finnas. Våld är något vi gör: att slå, knuffa, hålla fast, hota, slå sönder saker, kränka eller styra någon annan. Det är alltid den som gör det som har ansvaret, också när man är trött, stressad, full eller känner sig provocerad. Det låter hårt, men det är också en god nyhet. Det du har ansvar för kan du ändra.

## Tidiga tecken

Kroppen säger ofta till innan det går för långt. Känner du igen något av det här?

- Käkarna spänns, hjärtat slår fort, du blir varm.
- Du går fram och tillbaka eller ställer dig nära.
- Tankarna låter som ”hen gör det med flit” eller ”nu får det vara nog”.
- Du slutar höra vad den andra säger.

Skriv ner dina tre tidigaste tecken. Ju tidigare du märker dem, desto lättare är det att stanna.

## En paus som fungerar

1. **Säg att du tar paus.** ”Jag märker att jag blir för arg. Jag går ut en stund och är tillbaka klockan sju.” Bestäm tillsammans i förväg att ni gör så.
2. **Gå därifrån.** Inte till nästa rum för att fortsätta ropa. Lämna barn i trygghet hos en annan vuxen.
3. **Låt kroppen lugna sig.** Gå, andas ut långsamt, skölj händerna i kallt vatten. Kör inte bil och drick inte alkohol.
4. **Kom tillbaka när du sagt.** Pausen är inte ett straff och ingen flykt.
5. **Prata om det senare**, om den andra vill. Den som är rädd för dig har rätt att säga nej.

En paus hjälper i stunden. Den löser inte allt, och den är inget bevis för att det är ofarligt hemma. Har du redan gjort någon illa behöver du mer hjälp än ett knep.

## När det redan har hänt

Se till att den du har skadat får vård och att barnen är trygga. Fråga inte om förlåtelse, förklara inte bort. Säg: ”Det jag gjorde var fel. Jag ska söka hjälp.” Gör det sedan samma dag.

## Prata med någon

Välj att sluta är en stödlinje för dig som använder våld mot någon närstående: [020-555 666](tel:020555666). Du kan ringa utan att säga vad du heter. Du behöver inte veta vad du ska säga; ”jag är rädd för vad jag gör när jag blir arg” räcker långt.

Är du rädd att du kommer att skada någon nu, gå därifrån och ring [112](tel:112).
`,
    },
  },
};
