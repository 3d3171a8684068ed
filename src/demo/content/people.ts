/** First names of the demo's participants, by how they answer the question about sex. */
const WOMEN = [
  'Elin',
  'Fatima',
  'Anna',
  'Sofia',
  'Hanan',
  'Emma',
  'Leila',
  'Ida',
  'Ingrid',
  'Selam',
  'Frida',
  'Aisha',
  'Josefin',
  'Mariam',
  'Klara',
  'Noor',
  'Linnea',
  'Rut',
  'Jasmin',
  'Hanna',
  'Saga',
];
const MEN = [
  'Erik',
  'Ahmed',
  'Johan',
  'Yonas',
  'Anders',
  'Omar',
  'Viktor',
  'Samuel',
  'Lars',
  'Hassan',
  'Nils',
  'Dawit',
  'Fredrik',
  'Ali',
  'Mattias',
  'Gustav',
  'Ibrahim',
  'Oskar',
  'Per',
  'Karim',
  'Axel',
];
const LAST_NAMES = [
  'Andersson',
  'Hassan',
  'Nilsson',
  'Tesfaye',
  'Lundqvist',
  'Ali',
  'Berglund',
  'Haddad',
  'Sjöberg',
  'Mohammed',
  'Nordin',
  'Holm',
  'Bergström',
  'Kidane',
  'Hedman',
  'Rahimi',
  'Lindqvist',
  'Ek',
  'Sundin',
];

/** A made-up adult. */
export interface DemoPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly sex: 'woman' | 'man';
  /** ASCII, at a domain that no mail can reach. */
  readonly email: string;
}

/** The adult with a number from 0; the same number is always the same person, another number another. */
export function demoPerson(number: number): DemoPerson {
  const man = number % 3 === 2;
  const firstName = pick(man ? MEN : WOMEN, number);
  const lastName = pick(LAST_NAMES, number * 5 + 3);
  const email = `${ascii(firstName)}.${ascii(lastName)}.${String(number + 1)}@demo.test`;
  return { firstName, lastName, sex: man ? 'man' : 'woman', email };
}

function pick(names: readonly string[], number: number): string {
  return names[number % names.length] ?? '';
}

function ascii(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The parent to sign in as: has been on a course, is going to one, and is offered a seat in a third. */
export const DEMO_PARENT = {
  firstName: 'Maria',
  lastName: null,
  email: 'foralder@demo.test',
  phone: null,
  language: 'sv',
};
