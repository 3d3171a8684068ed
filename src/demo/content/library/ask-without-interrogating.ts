import type { DemoItem } from './demo-item.js';

/** For staff who meet families: asking about violence and acting on the answer. */
export const askWithoutInterrogating: DemoItem = {
  slug: 'fraga-utan-att-forhora',
  topic: 'violence',
  type: 'training',
  audiences: ['staff', 'leaders'],
  texts: {
    sv: {
      title: 'Att fråga utan att förhöra',
      summary: 'Tre öppna frågor, vad du gör med svaret och när du måste anmäla.',
      body: `
Det här är för dig som möter vuxna och barn i ditt arbete: i förskola, skola, vård, fritid eller en föräldragrupp. Läs det gärna tillsammans på en arbetsplatsträff. Det tar en kvart, och övningen på slutet tar en kvart till.

## Varför fråga?

Den som är våldsutsatt berättar sällan av sig själv. Många väntar på att någon ska fråga, och märker på frågan om det går att svara. Du behöver inte kunna allt om våld. Du behöver kunna ställa frågan, tåla svaret och veta vart du vänder dig sedan.

## Innan du frågar

- **Var ensam med personen.** Fråga aldrig inför en partner, släkting eller ett barn som kan förstå.
- **Använd auktoriserad tolk**, inte en anhörig.
- **Säg vad som gäller.** ”Jag har tystnadsplikt, men är jag orolig för ett barn måste jag berätta det för socialtjänsten.” Då kan personen välja vad hen säger.

## Tre öppna frågor

1. **”Hur har ni det hemma?”** Vänta på svaret. Tystnad får ta tid.
2. **”Vad händer när ni inte är överens?”** Frågan är vardaglig, och de flesta kan svara på den.
3. **”Är du någon gång rädd för någon i din närhet?”** Det är den viktigaste frågan. Säg den lugnt, som du skulle fråga om sömn.

Undvik ”varför”. Varför går du inte? Varför sa du inget? Sådana frågor lägger skulden hos den som är utsatt.

## När svaret är ja

- Tacka för förtroendet: ”Bra att du berättar. Det är inte ditt fel.”
- Fråga om läget i dag: ”Är du trygg att gå hem?” Är det fara nu, ring [112](tel:112).
- Berätta vad som finns: stödlinjer och socialtjänst på sidan [Få hjälp nu](/stod). Fråga om det är säkert att ta med något på papper.
- Gör ingen plan åt personen. Fråga: ”Vad vore till hjälp nu?”
- Skriv bara det som ditt uppdrag kräver, och tänk på vem som kan läsa det.

Svarar personen nej: ”Tack. Jag frågar alla. Du kan alltid komma tillbaka om det ändrar sig.”

## När du måste anmäla

Du som arbetar med barn är skyldig att genast anmäla till socialtjänsten om du misstänker att ett barn far illa. Misstanken räcker; du ska inte utreda själv. Skyldigheten är din egen, även om du pratar med chefen först. Berätta som regel för föräldern att du anmäler, men inte om det kan göra det farligare för barnet eller för en våldsutsatt vuxen. Fråga socialtjänsten om du är osäker. Du kan alltid rådgöra utan att säga vem det gäller.

## Övning i par

Sitt två och två. Den ena ställer de tre frågorna, den andra svarar kort med något påhittat. Byt. Prata sedan om: Vilken fråga var svårast att säga högt? Vad gjorde din röst? När skulle frågan passa in i din vardag, så att den kan ställas till alla?
`,
    },
  },
};
