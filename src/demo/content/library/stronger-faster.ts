import type { DemoItem } from './demo-item.js';

/** For young people who train, and their leaders. */
export const strongerFaster: DemoItem = {
  slug: 'starkare-snabbare',
  topic: 'doping',
  type: 'article',
  audiences: ['young', 'leaders'],
  texts: {
    sv: {
      title: 'Starkare, snabbare – till vilket pris?',
      summary: 'Press på kroppen, skuggsidor och var gymmet får råd.',
      body: `
Du tränar, äter och sover. Ändå ser det ut som om alla andra blir större fortare. I flödet är det bara muskler, före och efter. Då är det lätt att tänka: tänk om det finns en genväg?

## Pressen

Bilderna du ser är ljussatta, valda och ofta ändrade. En del av kropparna i dem är byggda med preparat som ingen berättar om. När du jämför din vardag med någons bästa sekund förlorar du varje gång.

Det finns också en gammal bild av att en kille ska vara hård, stor och aldrig rädd, och av att en tjej ska vara smal och stark på samma gång. Du behöver inte vara med på det. Styrka kan vara att säga som det är.

## Skuggsidorna

Dopning är till exempel anabola steroider, tillväxthormon och andra hormoner. Medlen säljs på nätet, i omklädningsrum och av någon som ”vet hur man gör”. Det som står på burken behöver inte vara det som finns i den.

De kan påverka

- **humöret**: lätt till ilska, oro, sömnproblem och nedstämdhet när man slutar,
- **kroppen**: akne, hjärta, lever och den egna produktionen av hormoner,
- **den som växer**: medlen kan göra att man slutar växa i förtid,
- **andra**: den som bor med någon som blir fort arg blir ofta rädd.

I Sverige är det förbjudet att köpa, ha och använda sådana medel. Den som är med i en förening kan dessutom stängas av.

## Kosttillskott är inte ofarliga för att de är lagliga

En burk med pulver kan innehålla något som inte står på etiketten. Prata med en ledare eller någon inom vården innan du köper. De flesta som tränar behöver mat, sömn och tid.

## Fem frågor till dig själv

1. Vem tränar jag för?
2. Vad skulle jag tappa om jag vilade en vecka?
3. Får jag dåligt samvete av att äta eller av att missa ett pass?
4. Har någon erbjudit mig något, och vad kände jag då?
5. Vem skulle jag kunna prata med om det här?

Svarar du att träningen styr dig mer än du styr den är det värt att prata med någon. Det är vanligare än du tror.

## Till dig som är ledare eller har gym

- Prata om det innan det har hänt. Säg vad som gäller hos er och varför.
- Beröm arbete, sömn och glädje, inte vikt och omfång.
- Häng inte upp bilder av kroppar som mål.
- Se den som snabbt byter kropp, humör och umgänge. Fråga: ”Hur mår du?” och lyssna.
- Bestäm i förväg vem som gör vad om någon erbjuder medel i lokalen, och ring polisen på [114 14](tel:11414) när det behövs.

Vill gymmet eller föreningen ha råd om förebyggande arbete går det bra att höra av sig till kommunen. Adressen står på sidan [Kontakt](/om/kontakt).

## Vill du sluta?

Gör det inte ensam. Ring [1177](tel:1177) och säg vad du har tagit. Vården har tystnadsplikt, och de bryr sig om hur du mår, inte om att sätta dit dig.
`,
    },
  },
};
