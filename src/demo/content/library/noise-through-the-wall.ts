import type { DemoItem } from './demo-item.js';

/** For neighbours: what to do when it sounds as if somebody is being hurt. */
export const noiseThroughTheWall: DemoItem = {
  slug: 'brak-genom-vaggen',
  topic: 'violence',
  type: 'checklist',
  audiences: ['neighbours', 'adults'],
  texts: {
    sv: {
      title: 'När jag hör bråk genom väggen',
      summary: 'Knacka på, hämta någon eller ring 112. Du behöver inte vara säker för att bry dig.',
      body: `
Du hör skrik, dunsar eller gråt från grannen. Kanske har du hört det förut. Du undrar om du ska lägga dig i, och tänk om du har fel? Här är en lista att hålla sig i när det är svårt att tänka klart.

## Är det bråttom?

Ring [112](tel:112) om du tror att någon skadas, hotas till livet eller inte kan ta sig därifrån. Du behöver inte veta vad som händer. Säg vad du hör, var det är och vilken portkod som gäller. Du behöver inte gå dit själv.

## Om det inte låter livsfarligt

1. **Stanna upp och lyssna.** Vad hör du? Är det barn i lägenheten?
2. **Hämta någon.** Ring på hos en annan granne. Två är tryggare än en, och ni kan hjälpas åt att bestämma vad ni gör.
3. **Knacka på om det känns tryggt.** Du kan säga något vardagligt: ”Hej, jag hörde att det var livat. Är allt som det ska?” eller ”Får jag låna lite mjölk?” Bara att någon ringer på kan bryta det som händer.
4. **Gå därifrån om du blir rädd.** Stå aldrig i vägen för någon som är arg. Ring 112 i stället.
5. **Skriv upp dag, tid och vad du hörde.** Det kan vara till hjälp senare, för den som är utsatt eller för polisen.

## Dagen efter

Ta kontakt när du är ensam med den du är orolig för, till exempel i tvättstugan. Säg vad du har hört, och att du finns: ”Jag hörde er i går. Du får gärna komma till mig om du behöver det.” Fråga inte ut. Den som är våldsutsatt kan behöva tid, och kan säga nej tack många gånger innan det blir ett ja.

Prata inte med den du tror är våldsutövare om vad grannen har berättat. Det kan göra det farligare för den som är utsatt.

## Om det finns barn

Barn som lever nära våld behöver att vuxna reagerar. Är du orolig för ett barn kan du ringa socialtjänsten och berätta. Du behöver inte ha bevis. På sidan [Få hjälp nu](/stod) står numren dag och kväll.

## Prata med hyresvärden eller föreningen

Fråga om det finns något uppsatt i trapphuset om vad grannar kan göra. En lapp med 112 och några råd gör det lättare för alla att våga. Det är också ett sätt att säga högt att här bryr vi oss om varandra.

## Du behöver inte vara säker

De flesta som har låtit bli att göra något har gjort det för att de inte visste. Hellre en gång för mycket än en gång för lite. Om du hade fel har du visat omtanke. Om du hade rätt kan det ha varit just det som behövdes.

Har du själv blivit skakad av det du hört? Det är inte konstigt. Berätta för någon du litar på.
`,
    },
  },
};
