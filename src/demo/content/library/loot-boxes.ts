import type { DemoItem } from './demo-item.js';

/** For parents of children who play. */
export const lootBoxes: DemoItem = {
  slug: 'lador-skins-och-kassan',
  topic: 'gambling',
  type: 'guide',
  audiences: ['parents', 'teenParents'],
  texts: {
    sv: {
      title: 'Lådor, skins och kassan',
      summary: 'När spel liknar hasardspel, spärrar att sätta och en veckopengsövning.',
      body: `
Ditt barn spelar, och det låter glatt. Sedan kommer ett mejl om ett köp du inte kände till. Dataspel är inte farliga i sig; de kan vara lek, vänskap och vila. Men i en del spel finns inslag som liknar spel om pengar. Det är bra att kunna se dem.

## När spel liknar hasardspel

- **Lådor**: du betalar och får något som slumpen bestämmer. Ljus och ljud gör att nästan-vinsten känns som en vinst.
- **Skins**: utseenden till figurer och vapen. Vissa går att sälja vidare, och en del används som marker på sajter som inte frågar om ålder.
- **Valutor i spelet**: mynt och ädelstenar döljer vad något kostar.
- **Brådska**: ”bara i dag”, ”sista chansen”, en klocka som räknar ner.
- **Strömmar**: någon öppnar lådor eller spelar kasino inför publik, och det ser ut som om de alltid vinner.

Spel om pengar har åldersgräns 18 år. Det gäller också på nätet.

## Spärrar att sätta i kväll

1. Ta bort sparade betalkort ur telefon, dator och konsol.
2. Kräv lösenord vid varje köp, och ha det själv.
3. Sätt en gräns för hur mycket som får handlas för i månaden.
4. Stäng av reklam och aviseringar som ropar på ditt barn.
5. Titta på kontoutdraget tillsammans en gång i månaden.

Gör det öppet. En spärr som barnet vet om är en överenskommelse. En spärr i smyg är en utmaning.

## Veckopengsövningen

Ta fram mynt, knappar eller makaroner. Låt hundra bitar vara veckopengen.

- Barnet lägger bitarna i högar: spara, mat, kläder, spel.
- Lägg tio bitar i ”lådor”. Slå en tärning för varje låda: en sexa ger tillbaka fem bitar, allt annat ger noll.
- Hur många bitar är kvar efter tio lådor? Vad hade de räckt till?
- Prata om känslan: När ville du fortsätta? Vad sa magen?

Övningen tar en kvart och säger mer än en föreläsning. Byt roller och låt barnet vara kasinot.

## Samtal som går att ha

Be att få vara med. Sätt dig bredvid och fråga: ”Visa vad du tycker om här. Vad tjänar de pengar på?” Barn som får vara experter berättar mer. Säg vad du tycker om köp, och bestäm ihop: hur mycket, hur ofta, vem frågar man först?

## Tecken på att det har blivit för mycket

- Ljuger om köp, lånar pengar eller säljer sina saker.
- Spelar för att vinna tillbaka det som förlorats.
- Slutar sova, träffa vänner eller gå till skolan.
- Blir förtvivlad när spelet stängs av.

Känner du igen flera av dem, vänta inte. Prata med elevhälsan eller socialtjänsten. De ger råd också när du bara undrar.

## Om du själv spelar

Barn gör som vi gör. Spelar du om pengar så att det märks hemma finns det hjälp för vuxna också. Att söka den är att visa ditt barn hur man gör.
`,
    },
  },
};
