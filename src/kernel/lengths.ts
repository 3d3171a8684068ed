/**
 * The longest texts that are kept, in characters. Forms, entities and the CHECKs of the migrations
 * all read them here, so that nothing accepted by a form is refused by the database.
 */
export const LENGTHS = {
  /** A first name, a last name, the name a group knows someone by. */
  name: 80,
  /** An e-mail address, by RFC 5321. */
  email: 254,
  /** A telephone number in normal form: a leading + and digits. */
  phone: 20,
  /** A language by its BCP 47 tag. */
  language: 12,
  /** A state, role, kind or other word from a fixed list. */
  state: 20,
  /** A reference that a person reads out on the telephone. */
  reference: 6,
  /** A code that one hands over to whom one wants to go with. */
  pairCode: 6,
  /** What a rule that is kept as data is known by. */
  ruleCode: 40,
  /** The short name staff use for a group, such as B14. */
  groupCode: 12,
  /** What joins two rounds; a random word. */
  joinKey: 40,
  /** A part of a public address. */
  slug: 80,
  /** A heading, a name of a thing, a subject of a mail. */
  title: 160,
  /** One line of a person's own words: when to call, which interpreter. */
  shortText: 300,
  /** A paragraph that presents something. */
  summary: 600,
  /** A whole text in Markdown. */
  body: 20_000,
  /** A web address. */
  url: 400,
  /** A SHA-256 in hexadecimal. */
  hash: 64,
  /** What a form calls the step of its browser, in hexadecimal. */
  stepName: 16,
  /** A random token in base64url. */
  token: 43,
  /** A password as typed; longer ones would only cost time. */
  password: 128,
  /** An argon2id hash in its encoded form. */
  passwordHash: 160,
  /** A key that makes an act repeatable without effect. */
  dedupeKey: 160,
  /** The name of a kind of mail. */
  mailKind: 60,
} as const;
