import type { DemoItem } from './demo-item.js';

/** For parents who find nicotine pouches. */
export const whiteSnus: DemoItem = {
  slug: 'vitt-snus',
  topic: 'nicotine',
  type: 'factSheet',
  audiences: ['teenParents', 'parents'],
  texts: {
    sv: {
      title: 'Vitt snus i ryggsäcken',
      summary: 'Vad det är, varför det fastnar och fyra sätt att stötta ett stopp.',
      body: `
En rund dosa, smak av mint eller hallon. Det ser ut som godis, men det är nikotin. Hittar du en dosa hos ditt barn är det lätt att bli arg eller att tänka att det finns värre saker. Båda är vanliga. Här är något mitt emellan.

## Vad är vitt snus?

Vitt snus är små påsar med nikotin, smak och fyllning men oftast utan tobak. Påsen ligger under läppen, och nikotinet går in genom slemhinnan. Det syns knappt och luktar lite, så det går att använda på lektionen och i soffan hemma. Halten nikotin kan vara hög. Åldersgränsen för att köpa är 18 år.

## Varför fastnar man?

Nikotin gör att hjärnan vill ha mer. Först kommer en kort kick, sedan rastlöshet när den går över, och då känns nästa påse som lugn. Det är ett beroende som låtsas vara en vila. Unga hjärnor lär sig fort, också det här. Därför är det inte en fråga om dålig karaktär, och ”sluta bara” räcker sällan.

Många unga säger att de snusar för att passa in, för att slappna av eller för att slippa äta. Fråga vilket det är. Svaret säger vad som behövs i stället.

## Så kan du börja

”Jag hittade en dosa. Jag är inte ute efter att bråka. Hur länge har du snusat? Vad får du ut av det?”

Säg sedan vad du tycker: ”Jag vill att du slutar, och jag hjälper dig.” Snusar du själv, säg det. Ni kanske kan sluta samtidigt.

## Fyra sätt att stötta ett stopp

1. **Välj en dag.** Låt ditt barn bestämma vilken, gärna inom två veckor. Skriv den på kylskåpet. Fram till dess: räkna påsarna, utan kommentarer.
2. **Hitta ersättare.** Tuggummi, frukt, en flaska vatten, något att hålla i handen. Prata om de svåraste stunderna: efter maten, på rasten, vid spelet.
3. **Tåla de första dagarna.** Irritation, svårt att sova och svårt att koncentrera sig är vanligt i början och går över. Var snäll, handla hem god mat, boka inget bråk.
4. **Fira och börja om.** Lägg de sparade pengarna i en burk och bestäm vad de ska bli. Ett återfall är inte ett misslyckande. Fråga vad som hände och välj en ny dag.

## Ta hjälp av andra

Prata med elevhälsan eller skolsköterskan. De är vana vid frågan och har tystnadsplikt. Säg också till de andra föräldrarna i laget eller klassen: ”Hemma hos oss snusar inte barnen. Hur gör ni?” Det är inte skvaller, det är att hjälpas åt.

Behöver du råd om hälsan kan du ringa [1177](tel:1177).

## Om det inte är ditt barns dosa

Tro på det. Säg att du är glad att få veta, och fråga hur det är bland kompisarna. Det kan vara början på ett bra samtal.
`,
    },
  },
};
