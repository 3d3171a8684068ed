import type { InDemoLanguages } from './programmes/demo-programme.js';

export type DemoVenueKey = 'vaven' | 'ersboda' | 'alidhem' | 'teg';

/** A venue of the demo. */
export interface DemoVenue {
  readonly name: string;
  readonly district: string;
  readonly address: string;
  readonly room: string | null;
  readonly directions: InDemoLanguages<string>;
}

/** Every venue of the demo. */
export const demoVenues: Readonly<Record<DemoVenueKey, DemoVenue>> = {
  vaven: {
    name: 'Väven',
    district: 'Centrum',
    address: 'Storgatan 46',
    room: 'Björken',
    directions: {
      sv: 'Gå in från Storgatan och ta hissen till plan 4. Rummet ligger till höger, det sitter ett blad på dörren. Dörrarna öppnas automatiskt och hissen rymmer rullstol och dubbelvagn. Buss till hållplatsen Vasaplan, sedan fem minuter till fots.',
      en: 'Enter from Storgatan and take the lift to floor 4. The room is on the right, with a leaf on the door. The doors open by themselves and the lift takes a wheelchair or a double pram. Bus to Vasaplan, then five minutes on foot.',
      ar: 'ادخل من شارع Storgatan وخذ المصعد إلى الطابق 4. الغرفة على اليمين وعلى بابها ورقة شجر. تفتح الأبواب وحدها، والمصعد يتسع لكرسي متحرك أو عربة لطفلين. الحافلة إلى موقف Vasaplan ثم خمس دقائق مشياً.',
    },
  },
  ersboda: {
    name: 'Öppna förskolan Ersboda',
    district: 'Ersboda',
    address: 'Ersbodagården 3',
    room: null,
    directions: {
      sv: 'Ingången är på gaveln mot lekparken, med ramp. Vagnen kan stå i förrådet innanför dörren. Ta av skorna i hallen. Buss 1 och 8 stannar utanför.',
      en: 'The entrance is at the end of the house that faces the playground, with a ramp. The pram can stand in the store room inside the door. Take off your shoes in the hall. Buses 1 and 8 stop outside.',
      ar: 'المدخل في جانب المبنى المقابل لساحة اللعب، وفيه ممر مائل للعربات. يمكن وضع العربة في المخزن خلف الباب. اخلع الحذاء في المدخل. تقف الحافلتان 1 و8 أمام المبنى.',
    },
  },
  alidhem: {
    name: 'Ålidhems familjecentral',
    district: 'Ålidhem',
    address: 'Ålidhems torg 5',
    room: 'Rönnen',
    directions: {
      sv: 'Gå in vid biblioteket och följ de gula fotspåren. Allt ligger i markplan. Barnpassningen är i rummet bredvid. Buss 5 och 9 till Ålidhem centrum.',
      en: 'Enter by the library and follow the yellow footprints. Everything is on the ground floor. Child care is in the next room. Buses 5 and 9 to Ålidhem centrum.',
      ar: 'ادخل من جهة المكتبة واتبع آثار الأقدام الصفراء. كل شيء في الطابق الأرضي. رعاية الأطفال في الغرفة المجاورة. الحافلتان 5 و9 إلى Ålidhem centrum.',
    },
  },
  teg: {
    name: 'Tegs kvartershus',
    district: 'Teg',
    address: 'Tegsgatan 12',
    room: null,
    directions: {
      sv: 'Ring på klockan så öppnar vi. Det finns hiss och handikapparkering på gården.',
      en: 'Ring the bell and we open. There is a lift, and accessible parking in the yard.',
      ar: 'اقرع الجرس فنفتح لك. هناك مصعد وموقف سيارات مهيأ لذوي الإعاقة في الفناء.',
    },
  },
};
